import reportedly


def test_a_side_has_the_words_that_credit_it(affair):
    sides = [side for row in reportedly.disagreements(affair) for side in row["sides"]]
    denied = next(side for side in sides if side["text"].startswith("that any soldier"))
    assert (denied["source"], denied["cue"]) == ("Jon Hale", "denying")
    assert [carrier["name"] for carrier in denied["via"]] == ["Harbour Agency"]
    own = next(side for side in sides if side["voice"] == "own")
    assert (own["who"], own["source"], own["cue"], own["via"]) == (None, "", "", [])
