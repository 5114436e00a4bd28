"""What widgets with a board inside have in common: the model they bring along, and the view."""

from typing import Any

import anywidget
import traitlets

from coprod_sim.board.built import STATIC
from coprod_sim.board.view import View, checked
from coprod_sim.errors import InputError
from coprod_sim.wasm.made_from import MODULE


class BoardWidget(anywidget.AnyWidget):
    """Hands the browser the model to play; `value` is what it shows, and setting it shows something else.

    `problem` is a sentence when something that arrived from the page cannot be; the last view that could
    be stays.
    """

    _declared = traitlets.Unicode().tag(sync=True)
    _worker = traitlets.Unicode().tag(sync=True)
    _wasm = traitlets.Bytes().tag(sync=True)
    value = traitlets.Instance(View).tag(
        sync=True,
        to_json=lambda view, _page: view.model_dump(mode="json"),
        from_json=lambda table, page: page._taken(table),
    )
    problem = traitlets.Unicode("").tag(sync=True)

    def __init__(self, view: View) -> None:
        super().__init__(
            value=view,
            _worker=(STATIC / "worker.js").read_text(encoding="utf-8"),
            _wasm=MODULE.read_bytes(),
        )

    @traitlets.validate("value")
    def _can_be(self, proposal: Any) -> View:
        """Refuse a view with a name in it that is not there, also where Python sets it."""
        checked(proposal["value"].model_dump(), View.called)
        return proposal["value"]

    def __repr__(self) -> str:
        return f"{type(self).__name__} with {self.value!r}"

    def _play(self, view: View) -> None:
        """Raise `InputError` for a view that cannot be played."""
        raise NotImplementedError

    def _as_html(self) -> str:
        """Give what an export shows in the page's place, where no script runs."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, about = super()._repr_mimebundle_(**options) or ({}, {})
        return {**data, "text/html": self._as_html()}, about

    def _taken(self, table: dict[str, Any]) -> View:
        """Read a view that arrives from the page; what cannot be becomes a sentence."""
        try:
            view = checked(table, "the page")
            self._play(view)
        except InputError as problem:
            self.problem = str(problem)
            return self.value
        self.problem = ""
        return view
