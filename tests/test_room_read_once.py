"""What a room holds for all its pages is read once, however many phones ask."""

from coprod_sim.live.part_script import PartScript, stored_script
from coprod_sim.live.room import SCRIPT
from coprod_sim.live.screens import Screen, stored_screen


def test_a_script_and_a_page_for_the_wall_are_read_once_for_all_phones():
    script = {SCRIPT: PartScript(title="Welcome", fates=True).model_dump_json()}
    assert stored_script(dict(script)) is stored_script(dict(script))
    assert stored_script(script).stamp == PartScript(title="Welcome", fates=True).stamp
    page = Screen(title="Talk now").model_dump_json()
    assert stored_screen(page) is stored_screen(str(page))


def test_what_is_damaged_is_still_not_shown():
    assert stored_script({SCRIPT: "{"}) is None
    assert stored_script({}) is None
    assert stored_screen("{") is None
    assert stored_screen("") is None
