"""The completions of fish."""

from collections.abc import Iterator

from planner.headless.registry import FIRST_WORDS, NAMES
from planner.headless.shells.arguments import Argument, CommandLine, Kind, valued

_HEAD = r"""# Completions of planner for fish. To load them: planner completions fish | source
# or put them into ~/.config/fish/completions/planner.fish

# What stands on the command line before the cursor without being an option or its value.
function __planner_words
    set -l valued @VALUED@
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip = 1
            set skip 0
        else if contains -- $word $valued
            set skip 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

# Whether the command is the one that is named, and, with a number, so many words stand after it.
function __planner_is
    set -l words (__planner_words)
    set -l name (string split ' ' -- $argv[1])
    set -l count (count $name)
    test (count $words) -ge $count; or return 1
    test "$words[1..$count]" = "$argv[1]"; or return 1
    set -l place (math (count $words) - $count)
    switch "$argv[2]"
        case ''
            return 0
        case '*+'
            test $place -ge (string trim -rc + -- $argv[2])
        case '*'
            test $place = $argv[2]
    end
end

function __planner_none
    set -l words (__planner_words)
    test (count $words) = 0
end

function __planner_group
    set -l words (__planner_words)
    test (count $words) = 1; and test "$words[1]" = "$argv[1]"
end

function __planner_no_command
    set -l words (__planner_words)
    test (count $words) = 0; or not contains -- $words[1] @WORDS@
end

function __planner_rows
    for word in (__planner_words)
        if string match -q -- '*.toml' $word; and test -f $word
            planner show $word --ids 2>/dev/null
            return
        end
    end
end

function __planner_exercises
    planner library list --ids 2>/dev/null
end

function __planner_sources
    planner library sources --ids 2>/dev/null
end

complete -c planner -f
complete -c planner -n __planner_none -k -a '(__fish_complete_suffix .toml)'
"""


def script(lines: tuple[CommandLine, ...]) -> str:
    """The script."""
    head = _HEAD.replace("@VALUED@", " ".join(valued(lines))).replace("@WORDS@", " ".join(sorted(FIRST_WORDS)))
    return head + "".join(f"{line}\n" for line in (*_names(lines), *_all(lines)))


def _names(lines: tuple[CommandLine, ...]) -> Iterator[str]:
    """The commands themselves."""
    for line in lines[1:]:
        first, _, second = line.name.partition(" ")
        when = f"'__planner_group {first}'" if second else "__planner_none"
        yield f"complete -c planner -n {when} -a {second or first} -d {_quoted(line.help)}"
    for group in sorted(FIRST_WORDS - set(NAMES)):
        parts = ", ".join(name.partition(" ")[2] for name in NAMES if name.startswith(f"{group} "))
        yield f"complete -c planner -n __planner_none -a {group} -d {_quoted(parts)}"


def _all(lines: tuple[CommandLine, ...]) -> Iterator[str]:
    for line in lines:
        condition = f"__planner_is {_double(line.name)}" if line.name else "__planner_no_command"
        for item in line.options:
            yield f"complete -c planner -n {_quoted(condition)} {_option(item)} -d {_quoted(item.help)}"
        for number, item in enumerate(line.places if line.name else ()):
            place = f"{number}+" if item.repeats else str(number)
            if offered := _value(item):
                yield f"complete -c planner -n {_quoted(f'{condition} {place}')} {offered}"


def _option(item: Argument) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in item.options]
    return " ".join([*names, *([_needed(item), _value(item)] if item.takes_value else [])]).rstrip()


def _needed(item: Argument) -> str:
    """That a value follows; a file only where it is one."""
    return "-r" if item.kind is Kind.FILES else "-x"


def _value(item: Argument) -> str:
    if item.kind is Kind.WORDS:
        return f"-a {_quoted(' '.join(item.words))}"
    if item.kind is Kind.FILES:
        return "-F"
    return "" if item.kind is Kind.NOTHING else f"-a '(__planner_{item.kind})'"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _double(text: str) -> str:
    return f'"{text}"'
