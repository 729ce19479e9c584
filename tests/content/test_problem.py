from bodymap.content.problem import Problem, Refused, quoted


def test_a_problem_is_one_line_that_an_editor_can_follow():
    problem = Problem(
        "muscles/masseter_deep.yaml", 41, 5, 'unknown region "tempel"', 'Did you mean "temple"?'
    )
    told = 'muscles/masseter_deep.yaml:41: unknown region "tempel". Did you mean "temple"?'
    assert str(problem) == told


def test_a_problem_of_a_whole_file_names_no_line():
    assert str(Problem("pack.yaml", 0, 0, "there is no such file")) == "pack.yaml: there is no such file"


def test_a_line_break_in_a_problem_does_not_break_the_line():
    assert (
        str(Problem("a.yaml", 1, 1, "first\nsecond", "third\r\n fourth"))
        == "a.yaml:1: first second. third fourth"
    )


def test_problems_sort_by_file_and_line():
    problems = [Problem("b.yaml", 1, 1, "x"), Problem("a.yaml", 10, 1, "x"), Problem("a.yaml", 9, 1, "x")]
    assert [(each.file, each.line) for each in sorted(problems)] == [
        ("a.yaml", 9),
        ("a.yaml", 10),
        ("b.yaml", 1),
    ]


def test_a_refusal_becomes_a_problem_of_its_file():
    assert Refused("no", "mend", 3, 4).in_file("a.yaml") == Problem("a.yaml", 3, 4, "no", "mend")


def test_a_quoted_word_is_short_and_printable():
    assert quoted("temple") == '"temple"'
    assert quoted("a\x1b[31m\nb") == '"a [31m b"'
    assert len(quoted("x" * 100_000)) < 70
