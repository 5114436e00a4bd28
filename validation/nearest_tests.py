"""Which tests stand nearest to the modules that every number and every refusal goes through."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "coprod_sim"

NEAREST: dict[str, tuple[str, ...]] = {
    "arithmetic.py": ("tests/test_arithmetic.py",),
    "model/rules.py": ("tests/test_rules.py",),
    "five_steps/awareness.py": ("tests/test_five_steps.py",),
    "five_steps/buy_in.py": ("tests/test_five_steps.py",),
    "five_steps/conditions.py": ("tests/test_five_steps.py",),
    "five_steps/cost.py": ("tests/test_five_steps.py",),
    "five_steps/expectations.py": ("tests/test_five_steps.py",),
    "five_steps/feedback.py": ("tests/test_five_steps.py",),
    "five_steps/performance.py": ("tests/test_five_steps.py",),
    "model/measures.py": ("tests/test_measures.py",),
    "results/ranges.py": ("tests/test_ranges.py",),
    "results/uncertainty.py": ("tests/test_uncertainty.py",),
    "engagement/costs.py": ("tests/test_effort.py",),
    "results/effort.py": ("tests/test_effort.py",),
    "gate.py": ("tests/test_gate.py",),
    "quantities.py": ("tests/test_quantities.py",),
    "library_files.py": ("tests/test_library_files.py",),
    "files.py": ("tests/test_files.py",),
    "spreadsheet.py": ("tests/test_spreadsheet.py",),
    "live/allocation.py": ("tests/test_room_allocation.py",),
    "live/arms.py": ("tests/test_room_allocation.py",),
    "live/disclosure.py": ("tests/test_room_counts.py",),
    "live/pseudonyms.py": ("tests/test_room_allocation.py",),
    "live/record_evaluation.py": ("tests/test_room_effect.py",),
    "live/scores.py": ("tests/test_room_effect.py",),
    "live/tally.py": ("tests/test_room_counts.py", "tests/test_room_results.py"),
    "live/treatment_effect.py": ("tests/test_room_effect.py",),
    "population/answer_scales.py": ("tests/test_answer_scales.py",),
    "population/column_mapping.py": ("tests/test_survey_columns.py",),
    "population/columns.py": ("tests/test_survey_columns.py",),
    "population/csv_rows.py": ("tests/test_csv_rows.py",),
    "population/quoting.py": ("tests/test_quoting.py",),
    "population/survey.py": ("tests/test_survey_notes.py",),
    "population/survey_answers.py": ("tests/test_survey_answers.py",),
    "population/survey_groups.py": ("tests/test_survey_notes.py",),
    "population/survey_population.py": ("tests/test_survey_notes.py", "tests/test_survey_files.py"),
    "population/trust_answers.py": ("tests/test_survey_notes.py",),
}
"""Modules, each with the test files that must notice when it is wrong, and run every line of it."""
