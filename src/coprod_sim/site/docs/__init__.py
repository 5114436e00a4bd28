"""The documentation as pages of the site, from the Markdown that the documentation site is made of."""

from coprod_sim.site.docs.doc_folder import doc_files

__all__ = ["doc_files"]
