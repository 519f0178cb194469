import pytest

from tests.terminal.programs import PROGRAMS, Program


@pytest.fixture(params=PROGRAMS, ids=lambda program: program.name)
def program(request: pytest.FixtureRequest) -> Program:
    found = request.param
    assert isinstance(found, Program)
    return found
