"""The program's own dark and light theme: one colour for where you are, one for the working side, the rest calm."""

from textual.theme import Theme

DARK = Theme(
    name="planner-dark",
    dark=True,
    primary="#7cc4d8",
    secondary="#8fb0c9",
    accent="#e8b062",
    warning="#e8a04c",
    error="#e07a6a",
    success="#8cc084",
    foreground="#d9dee3",
    background="#15191d",
    surface="#1b2025",
    panel="#242b31",
    variables={
        "ink-muted": "#8b97a1",
        "ink-heading": "#a9bac6",
        "cursor-background": "#2b3a43",
        "cursor-blurred": "#21292f",
        "field-background": "#0f1316",
    },
)
LIGHT = Theme(
    name="planner-light",
    dark=False,
    primary="#0b6580",
    secondary="#3d647e",
    accent="#9a5a00",
    warning="#9a5200",
    error="#a83a2c",
    success="#35702f",
    foreground="#20262b",
    background="#faf9f6",
    surface="#f1efe9",
    panel="#e4e1d8",
    variables={
        "ink-muted": "#5f6a72",
        "ink-heading": "#3f525e",
        "cursor-background": "#cfe2e8",
        "cursor-blurred": "#e6eae8",
        "field-background": "#ffffff",
    },
)
THEMES = (DARK, LIGHT)

FALLBACK = {
    "ink-muted": "text-muted",
    "ink-heading": "secondary",
    "cursor-background": "surface-active",
    "cursor-blurred": "surface",
    "field-background": "surface",
}
"""Which of Textual's variables ours are under a theme that is not ours."""
