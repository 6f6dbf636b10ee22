"""The page of `report --html`."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser

from progress_sample import DAYS, sample

from sharpened_cli.render import report
from sharpened_cli.services.progress import DayPoint, Progress, WeightPoint

VOID = {"meta"}


class _Tags(HTMLParser):
    """Checks that tags nest, and gathers attributes that would load something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []
        self.headings: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.headings += [tag] if tag in ("h1", "h2") else []
        self.loads += [str(value) for name, value in attrs if name in ("src", "href", "action")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself neither opens nor loads anything here."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _read(page: str) -> _Tags:
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    return tags


def test_the_page_is_well_formed_and_loads_nothing() -> None:
    page = report.page(sample(), "Ana", "metric")
    tags = _read(page)
    assert tags.loads == []
    assert "<script" not in page
    assert tags.headings == ["h1", "h2", "h2", "h2", "h2", "h2"]


def test_every_chart_is_said_in_words_and_in_a_table() -> None:
    page = report.page(sample(), "Ana", "metric")
    assert page.count('role="img" aria-label=') == page.count("<svg") == 2
    assert page.count("<caption>") == 5
    assert "The trend stands at 80.7 kg" in page


def test_names_are_text_and_never_markup() -> None:
    page = report.page(sample(), "<script>alert(1)</script>", "metric")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_page_without_anything_says_so() -> None:
    nothing = Progress(DAYS[0], DAYS[-1], [], [], {"chest": {}}, {}, [])
    assert "Nothing has been logged" in report.page(nothing, "Ana", "metric")


def test_a_year_of_data_stays_small() -> None:
    days = [DAYS[0] + timedelta(n) for n in range(365)]
    year = sample()._replace(
        end_date=days[-1],
        weight=[WeightPoint(day, 80.0 + n % 7 / 10, 80.0, 0.25) for n, day in enumerate(days)],
        days=[DayPoint(day, 2000.0 + n % 50, 2050.0, 150.0, 160.0) for n, day in enumerate(days)],
    )
    assert len(report.page(year, "Ana", "imperial").encode()) < 300_000
