"""Says the mean of the answers on trust, and what becomes of it on the steps that the model starts from."""

from collections.abc import Sequence

from coprod_sim.population.answer_scales import AnswerScale, FloatArray


def mean_said(
    values: FloatArray, weights: FloatArray, scale: AnswerScale, steps: Sequence[float]
) -> str:
    """Give the mean of the answers, and that of the steps, which lies a little nearer to the middle.

    Args:
        values: answers, all on the scale, higher ones for more trust.
        weights: one weight for each answer, 0 or more, with a sum above 0.
        scale: the scale of the answers.
        steps: the shares of people on the steps that these answers give.

    Returns:
        A sentence.
    """
    own = (float(weights @ values) / float(weights.sum()) - scale.low) / (scale.high - scale.low)
    middles = sum(share * (step + 0.5) for step, share in enumerate(steps)) / len(steps)
    if f"{own:.3f}" == f"{middles:.3f}":
        return f"Mean trust from 0 to 1: {own:.3f}."
    how = "is spread over the steps it covers" if scale.has_points else "falls into one step"
    return (
        f"Mean trust from 0 to 1: {own:.3f} on the scale of the survey, {middles:.3f} on the eleven steps"
        f" that the model starts from, where each answer {how}."
    )
