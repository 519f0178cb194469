"""The completions of zsh."""

from planner.headless.registry import FIRST_WORDS, NAMES
from planner.headless.shells.arguments import Argument, CommandLine, Kind

_TEMPLATE = r"""#compdef planner
# Completions of planner for zsh. To load them: source <(planner completions zsh)
# or put them into a directory of $fpath, in a file called _planner.

_planner_rows() {
    local word
    local -a found
    for word in $words; do
        [[ $word == *.toml && -f $word ]] && found=(${(f)"$(planner show $word --ids 2>/dev/null)"}) && break
    done
    compadd -a found
}

_planner_exercises() {
    local -a found=(${(f)"$(planner library list --ids 2>/dev/null)"})
    compadd -a found
}

_planner_sources() {
    local -a found=(${(f)"$(planner library sources --ids 2>/dev/null)"})
    compadd -a found
}

_planner() {
    local name=$words[2]
    local -a found
    if (( CURRENT == 2 )); then
        if [[ $PREFIX != -* ]]; then
            found=(
@FIRST@
            )
            _describe -t commands command found
            _files -g '*.toml'
            return
        fi
        name=""
    elif [[ " @WORDS@ " != *" $name "* ]]; then
        name=""
    else
        shift words
        (( CURRENT-- ))
        case $name in
@GROUPS@
        esac
    fi
    case $name in
@COMMANDS@
    esac
}

(( $+functions[compdef] )) && compdef _planner planner
[[ $funcstack[1] == _planner ]] && _planner "$@"
return 0
"""


def script(lines: tuple[CommandLine, ...]) -> str:
    """The script."""
    groups = sorted(FIRST_WORDS - set(NAMES))
    helps = {line.name: line.help for line in lines}
    told = {word: helps.get(word) or _parts(word) for word in sorted(FIRST_WORDS)}
    firsts = [" " * 16 + _quoted(f"{word}:{text}") for word, text in told.items()]
    texts = {
        "FIRST": "\n".join(firsts),
        "WORDS": " ".join(sorted(FIRST_WORDS)),
        "GROUPS": "\n".join(_group(group, helps) for group in groups),
        "COMMANDS": "\n".join(_command(line) for line in lines),
    }
    text = _TEMPLATE
    for name, value in texts.items():
        text = text.replace(f"@{name}@", value)
    return text


def _parts(group: str) -> str:
    return ", ".join(name.partition(" ")[2] for name in NAMES if name.startswith(f"{group} "))


def _group(group: str, helps: dict[str, str]) -> str:
    """The second word of commands of two words."""
    described = (_quoted(f"{part}:{helps[f'{group} {part}']}") for part in _parts(group).split(", "))
    lines = (
        f"{group})",
        "    if (( CURRENT == 2 )); then",
        f"        found=({' '.join(described)})",
        "        _describe -t commands command found",
        "        return",
        "    fi",
        '    name+=" $words[2]"',
        "    shift words",
        "    (( CURRENT-- )) ;;",
    )
    return "\n".join(" " * 12 + line for line in lines)


def _command(line: CommandLine) -> str:
    specs = [_option(item) for item in line.options]
    specs += [_quoted(f"{'*' if item.repeats else ''}:{_escaped(item.label)}:{_action(item)}") for item in line.places]
    return "\n".join(
        [
            f"        {_quoted(line.name)}) _arguments -S \\",
            *(f"            {spec} \\" for spec in specs),
            "            ;;",
        ]
    )


def _option(item: Argument) -> str:
    value = f":{_escaped(item.label)}:{_action(item)}" if item.takes_value else ""
    told = f"[{_bracketed(item.help)}]{value}"
    if item.repeats:
        return " ".join(_quoted(f"*{name}{told}") for name in item.options)
    if len(item.options) == 1:
        return _quoted(f"{item.options[0]}{told}")
    excluded = _quoted(f"({' '.join(item.options)})")
    return f"{excluded}{{{','.join(item.options)}}}{_quoted(told)}"


def _action(item: Argument) -> str:
    if item.kind is Kind.WORDS:
        return f"({' '.join(item.words)})"
    if item.kind is Kind.FILES:
        return "_files"
    return " " if item.kind is Kind.NOTHING else f"_planner_{item.kind}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _escaped(text: str) -> str:
    return _bracketed(text).replace(":", "\\:")


def _bracketed(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
