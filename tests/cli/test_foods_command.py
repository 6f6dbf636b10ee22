"""`foods`: search, show, one's own foods and recipes, a downloaded product list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support import ANA

from sharpened_cli.store import Store, users

if TYPE_CHECKING:
    from pathlib import Path

    from support import CommandLine


@pytest.fixture
def line(cli: CommandLine, db_path: Path) -> CommandLine:
    with Store.open(db_path) as store, store.transaction():
        users.add(store, user_id=ANA, email="ana@example.org", created_at="2026-11-01T00:00:00Z")
    return cli


@pytest.mark.parametrize(
    ("text", "food_id"),
    [("chicken breast", "chicken-breast-cooked"), ("chiken brest", "chicken-breast-cooked"), ("brocc", "broccoli")],
)
def test_search_by_words_slips_and_parts(line: CommandLine, text: str, food_id: str) -> None:
    found = line("foods", "search", text, "--json").json["foods"]
    assert any(food["food_id"].startswith(food_id) for food in found)


def test_show_by_id_and_by_name(line: CommandLine) -> None:
    by_id = line("foods", "show", "banana", "--json").json
    assert by_id["per_100g"]["kcal"] == 89
    assert line("foods", "show", "bananas", "--json").json["food_id"] == "banana"
    assert line("foods", "show", "zzzqqq").code == 3


def test_a_food_of_ones_own_is_logged_by_its_name(line: CommandLine) -> None:
    added = line(
        "foods", "add", "Super bar", "--kcal", "200", "--protein", "20", "--carbs", "18", "--fat", "6", "--per", "55g",
        "--json",
    )  # fmt: skip
    assert (added.code, added.json["serving"]["grams"]) == (0, 55.0)
    meal = line("log-meal", "two super bars", "--json").json
    assert (meal["items"][0]["food_name"], meal["totals"]["kcal"]) == ("Super bar", 400)
    assert line("foods", "add", "super BAR", "--kcal", "100", "--carbs", "25").code == 2
    assert line("foods", "search", "--json").json["foods"][0]["name"] == "Super bar"
    assert line("foods", "remove", "Super bar").code == 0
    assert line("foods", "remove", "banana").code == 3


@pytest.mark.parametrize(
    "figures",
    [
        ("--kcal", "500", "--protein", "3"),
        ("--protein", "60", "--carbs", "60"),
        ("--kcal", "100", "--carbs", "-5"),
        ("--kcal", "100", "--carbs", "25", "--per", "0g"),
        ("--kcal", "100", "--carbs", "25", "--portion", "slice"),
    ],
)
def test_figures_that_no_food_can_have(line: CommandLine, figures: tuple[str, ...]) -> None:
    done = line("foods", "add", "Bad", *figures, "--json")
    assert done.code == 2
    assert line("foods", "search", "Bad", "--json").json["foods"] == [] or done.out == ""


def test_a_recipe_of_a_recipe(line: CommandLine) -> None:
    first = line("foods", "add", "Glorp", "--recipe", "80g oats and 250 ml milk", "--cooked", "300g", "--json").json
    assert first["portions"][0]["grams"] == 300.0
    assert [part["food_name"] for part in first["recipe"]] == ["Oats, dry", "Milk, whole"]
    second = line("foods", "add", "Glorp deluxe", "--recipe", "150 g glorp and a banana", "--json").json
    assert second["recipe"][0]["food_name"] == "Glorp"
    assert line("foods", "add", "Nope", "--recipe", "3 flurbish").code == 2


def product(code: str, name: str, **figures: float) -> dict[str, object]:
    base = {"energy-kcal_100g": 400.0, "proteins_100g": 10.0, "carbohydrates_100g": 60.0, "fat_100g": 13.0}
    return {"code": code, "product_name": name, "brands": "Acme", "nutriments": {**base, **figures}}


def test_a_product_list_comes_in_once(line: CommandLine, tmp_path: Path) -> None:
    rows = [product("1", "Wafer zot"), product("2", "Broken", **{"energy-kcal_100g": 5000.0}), {"code": "3"}]
    file = tmp_path / "products.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\nnot json\n", "utf-8")
    first = line("foods", "import", str(file), "--json").json
    assert (first["added"], first["already_there"], [row["row"] for row in first["skipped"]]) == (1, 0, [3, 4, 2])
    again = line("foods", "import", str(file), "--json").json
    assert (again["added"], again["already_there"]) == (0, 1)
    assert line("log-meal", "100 g wafer zot", "--json").json["totals"]["kcal"] == 400


def test_a_product_list_as_tab_separated_text(line: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    columns = (
        "code\tproduct_name\tbrands\tenergy-kcal_100g\tproteins_100g\tcarbohydrates_100g\tfat_100g\tserving_quantity"
    )
    file.write_text(f"{columns}\n77\tZot cream\tAcme\t300\t5\t30\t17\t25\n", "utf-8")
    assert line("foods", "import", str(file), "--json").json["added"] == 1
    assert line("foods", "show", "Zot cream (Acme)", "--json").json["serving"]["grams"] == 25.0
    file.write_text("a,b\n1,2\n", "utf-8")
    assert line("foods", "import", str(file)).code == 2
    assert line("foods", "import", str(tmp_path / "none.csv")).code == 2
