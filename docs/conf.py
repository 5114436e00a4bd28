"""How the documentation site is built: `python -m sphinx -W -b html docs docs/_build/html`."""

import sys
from pathlib import Path

import coprod_sim

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_extensions"))

project = "coprod-sim"
author = "The coprod-sim contributors"
copyright = f"2026, {author}; MIT licence"
version = release = coprod_sim.__version__
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "accessible_pages",
    "made_pages",
    "plain_docstrings",
    "repository_links",
]
exclude_patterns = ["_build", "_extensions"]

# Markdown. Notebook pages run when the site is built, so what they show is what the kit gives.
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "auto"
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_execution_in_temp = True  # what a page writes is left nowhere among its sources
nb_merge_streams = True

# The reference, from the docstrings. A module that is added or renamed is found by itself.
napoleon_use_ivar = True  # attributes told in a docstring are listed once
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {
    "members": True,
    "undoc-members": True,
    "ignore-module-all": True,  # each thing once, where it is written
}
toc_object_entries = False  # thousands of names in every page's menu would take minutes
suppress_warnings = ["ref.python"]  # a short name in a type may be in two modules
python_maximum_signature_line_length = 80
default_role = "code"
highlight_language = "none"
add_module_names = False

# The pages. Nothing is fetched from elsewhere: system fonts, no analytics, no content network.
html_theme = "furo"
html_title = "coprod-sim"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
