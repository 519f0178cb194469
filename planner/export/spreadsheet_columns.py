"""The columns of a spreadsheet: what each is called, and whether it is read again."""

WORDS = ("day", "date", "slot", "time", "number", "exercise", "dose")
"""What a person reads first. The exercise and the dose in words are for people only, and so is the date."""

DOSE = ("sets", "reps", "hold", "hold-unit", "duration", "rest", "count")

PRESCRIPTION = ("side", *DOSE, "note", "exercise-id", "variant-id", "guidance", "prescription-id")
"""What makes a row of the plan; the last four are ids."""

PLAN = (
    "plan-title",
    "start",
    "weeks",
    "painful-side",
    "safety-checked",
    "plan-note",
    "plan-id",
    "slot-number",
    "format",
)
"""What belongs to the plan as a whole, the same in every row, so that every row can stand alone."""

OTHER = ("prescription-other", "dose-other", "plan-other")
"""Keys of the plan file that this program does not know, as JSON; only where there are any."""

COLUMNS = (*WORDS, *PRESCRIPTION, *PLAN, *OTHER)

NEEDED = ("exercise-id", "variant-id")
"""Without these columns it is no spreadsheet of a plan."""
