"""The terminal, which may vanish, freeze, lie or be far away.

This room keeps the program alive, quick and polite there. It knows nothing of plans, and importing it imports
nothing: take what you need from its modules.

- `checks`: before Textual is imported: can the screens be shown here, and with how many colours?
- `app`: `TerminalApp`, the Textual application that everything below is wired into.
- `running`: `run`, which runs it and returns the exit status.
- `driver`: the keyboard and the screen; `screen_model`, `painter` and `styles` send only the cells that changed.
- `guard`: signals and hang-ups. `crash`: faults of our own. `control_filter`, `clean`: no commands hidden in text.
- `private_names`: what of Textual is relied on beyond its documentation.
"""
