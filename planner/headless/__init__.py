"""The planner without a screen: one module for each command, for scripts, screen readers and small terminals.

`registry` names the commands and imports nothing of them; `running` runs one and turns what went wrong into a sentence
and an exit status. Nothing here imports Textual, but for the list of keys, which is the screens' own.
"""
