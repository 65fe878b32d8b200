"""A build from an address: fetched once, kept in the record, and read from there."""

import sqlite3
from contextlib import closing

import pytest

import reportedly
from tests.reports.makers import article
from tests.reports.test_fetch import site  # noqa: F401 - the fixture


@pytest.fixture
def address(site) -> str:  # noqa: F811
    html = {"Content-Type": "text/html; charset=utf-8"}
    site.pages["/ferries"] = (200, html, article().encode())
    return f"{site.url}/ferries"


def test_a_page_is_fetched_once(site, address, tmp_path):  # noqa: F811
    record = tmp_path / "affair.reportedly"
    assert reportedly.build(address, record=record, allow_private=True).reports == 1
    (report,) = reportedly.reports(record)
    assert (report["report"], report["url"]) == (address, address)
    asked = len(site.asked)
    assert reportedly.build(address, record=record).read == 0
    assert len(site.asked) == asked
    assert reportedly.verify(record) == []
    with closing(sqlite3.connect(record)) as connection:
        ((warc,),) = connection.execute("SELECT warc FROM fetches").fetchall()
    assert warc.startswith(b"WARC/1.")


def test_a_page_that_changed_is_a_new_version(site, address, tmp_path):  # noqa: F811
    record = tmp_path / "affair.reportedly"
    reportedly.build(address, record=record, allow_private=True)
    status, headers, body = site.pages["/ferries"]
    site.pages["/ferries"] = (status, headers, body.replace(b"next week", b"next year"))
    assert reportedly.build(address, record=record, allow_private=True, refresh=True).read == 1
    assert sorted(row["state"] for row in reportedly.reports(record)) == ["current", "replaced"]


def test_an_address_on_this_machine_is_refused_unless_allowed(address, tmp_path):
    (problem,) = reportedly.build(address, record=tmp_path / "affair.reportedly").problems
    assert (problem["report"], problem["what"]) == (address, "private")
