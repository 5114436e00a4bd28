"""What one frame of the explorer costs while a dial is held: nothing is read, nothing is played unasked."""

from coprod_sim.results import compare, player


def test_a_comparison_plays_no_campaign_until_somebody_asks(monkeypatch):
    played = []
    real = player.play_all

    def counting(setting, arms, runs, **more):
        played.append(len(arms))
        return real(setting, arms, runs, **more)

    monkeypatch.setattr(player, "play_all", counting)
    found = compare("reference", ["tickbox", "co_production"], runs=8, draws=2)
    assert played == [2, 4]  # the two ways, and both under two other sets of assumptions
    assert list(found.resilience.index) == ["tickbox", "co_production"]
    assert played == [2, 4, 4]  # both ways, with and without the campaign
