import pytest
from lxml.html import document_fromstring

from reportedly.reports.markup import lines_of


def cut(markup: str) -> list[str]:
    return [line.text for line in lines_of(document_fromstring(f"<html><body>{markup}</body></html>"))]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>One <b>two</b>\n three</p>", ["One two three"]),
        ("<div>Before<p>in</p>after</div>", ["Before", "in", "after"]),
        ("<p>One<br>two<br><br>three</p>", ["One\ntwo", "three"]),
        ("<p>He said <q>yes</q>.</p>", ["He said “yes”."]),
        ("<p>a\u00a0b soft\u00adhyphen</p>", ["a b softhyphen"]),
        ("<p>&ldquo;Fish &amp; chips&rdquo;</p>", ["“Fish & chips”"]),
        ("<p>One</p><script>x</script>tail<p hidden>y</p>", ["One", "tail"]),
        ("<table><tr><th>Port<th>Ships</tr><tr><td>Sund<td>4</tr></table>", ["Port\tShips", "Sund\t4"]),
        ("<pre>SUND, June 3 -\nFerries sail.\n\nAgain.</pre>", ["SUND, June 3 -\nFerries sail.", "Again."]),
        (
            "<p><b>By Ana Belo</b><i>Port correspondent</i><time>3 June</time></p>",
            ["By Ana Belo Port correspondent 3 June"],
        ),
        ("<p><b>W</b><i>ords</i> and e<b>Bay</b></p>", ["Words and eBay"]),
        ("<p> </p>", []),
    ],
)
def test_lines(markup, lines):
    assert cut(markup) == lines


def test_long_cells_are_text_and_stand_alone():
    assert cut(f"<table><tr><td>{'words ' * 20}<td>menu</table>") == [("words " * 20).strip(), "menu"]


def test_share_of_links():
    (line,) = lines_of(document_fromstring("<html><body><p><a href=x>1234</a> 678</p></body></html>"))
    assert line.linked == 0.5
