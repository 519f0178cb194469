"""The completions of bash."""

from planner.headless.registry import FIRST_WORDS, NAMES
from planner.headless.shells.arguments import Argument, CommandLine, Kind, valued

_TEMPLATE = r"""# Completions of planner for bash. To load them: source <(planner completions bash)

# Ids come from files: only plain ones are offered, because bash puts them on the command line as they are.
_planner_match() {
    local word
    while IFS= read -r word; do
        if [[ $word == "$1"* && $word =~ ^[A-Za-z0-9._/-]+$ ]]; then COMPREPLY+=("$word"); fi
    done
}

_planner_offer() {
    case $1 in
        files) ;;
        rows) [[ -n $3 ]] && _planner_match "$2" < <(planner show "$3" --ids 2>/dev/null) ;;
        exercises) _planner_match "$2" < <(planner library list --ids 2>/dev/null) ;;
        sources) _planner_match "$2" < <(planner library sources --ids 2>/dev/null) ;;
        nothing) compopt +o default 2>/dev/null ;;
        *) _planner_match "$2" <<< "${1// /$'\n'}" ;;
    esac
}

_planner() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    local name="" plan="" place=0 index=1 word
    COMPREPLY=()
    [[ $current == "=" ]] && current=""
    [[ $previous == "=" ]] && previous=${COMP_WORDS[COMP_CWORD-2]}
    while (( index < COMP_CWORD )); do
        word=${COMP_WORDS[index]}
        case $word in
            @VALUED@)
                [[ ${COMP_WORDS[index+1]} == "=" ]] && (( index++ ))
                (( index++ )) ;;
            -*) ;;
            *)
                case "$name/$place/$word" in
                    @FIRST@) name=$word ;;
                    @SECOND@) name+=" $word" ;;
                    *)
                        (( place == 0 )) && plan=$word
                        (( place++ )) ;;
                esac ;;
        esac
        (( index++ ))
    done
    case "$name $previous" in
@VALUES@
    esac
    if [[ $current == -* ]]; then
        case $name in
@OPTIONS@
        esac
        return
    fi
    case "$name/$place" in
@PLACES@
    esac
}

complete -o default -F _planner planner
"""


def script(lines: tuple[CommandLine, ...]) -> str:
    """The script."""
    groups = sorted(FIRST_WORDS - set(NAMES))
    second = [
        f'"{group}/0/{name.partition(" ")[2]}"' for group in groups for name in NAMES if name.startswith(f"{group} ")
    ]
    texts = {
        "VALUED": "|".join(valued(lines)),
        "FIRST": "|".join(f'"/0/{word}"' for word in sorted(FIRST_WORDS)),
        "SECOND": "|".join(second),
        "VALUES": "\n".join(_values(lines)),
        "OPTIONS": "\n".join(_options(line) for line in lines),
        "PLACES": "\n".join([*_first(groups), *(place for line in lines[1:] for place in _places(line))]),
    }
    text = _TEMPLATE
    for name, value in texts.items():
        text = text.replace(f"@{name}@", value)
    return text


def _offer(item: Argument) -> str:
    return f'"{" ".join(item.words)}"' if item.kind is Kind.WORDS else str(item.kind)


def _values(lines: tuple[CommandLine, ...]) -> list[str]:
    return [
        f'        "{line.name} {word}") _planner_offer {_offer(item)} "$current" "$plan"; return ;;'
        for line in lines
        for item in line.options
        if item.takes_value
        for word in item.options
    ]


def _options(line: CommandLine) -> str:
    words = " ".join(word for item in line.options for word in item.options)
    return f'            "{line.name}") _planner_offer "{words}" "$current" ;;'


def _places(line: CommandLine) -> list[str]:
    found = []
    for number, item in enumerate(line.places):
        pattern = f'"{line.name}/"*' if item.repeats else f'"{line.name}/{number}"'
        found.append(f'        {pattern}) _planner_offer {_offer(item)} "$current" "$plan" ;;')
    return [*found, f'        "{line.name}/"*) _planner_offer nothing "$current" ;;']


def _first(groups: list[str]) -> list[str]:
    """What can stand first: a command or a plan file; and the second word of commands of two words."""
    lines = ['        "/0")', f'            _planner_offer "{" ".join(sorted(FIRST_WORDS))}" "$current"']
    lines += [
        "            local IFS=$'\\n'",
        "            COMPREPLY+=( $(compgen -f -X '!*.toml' -- \"$current\") )",
        "            compopt -o filenames 2>/dev/null ;;",
        '        "/"*) _planner_offer nothing "$current" ;;',
    ]
    for group in groups:
        words = " ".join(name.partition(" ")[2] for name in NAMES if name.startswith(f"{group} "))
        lines.append(f'        "{group}/0") _planner_offer "{words}" "$current" ;;')
    return lines
