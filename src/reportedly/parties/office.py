"""An office: what a title is a title of, with states by their usual names."""

from reportedly.mentions.countries import owner_and_rest, state_named, state_of_people


def office(title: str, of: str | None) -> tuple[str, str | None]:
    """Part a title as found from its state: "French President" is President of France.

    What a title is of keeps its name, a state's becomes the usual one: "the U.S." is the United States.
    """
    if of is not None:
        return title, state_named(of) or state_of_people(of) or of
    state, rest = owner_and_rest(title)
    kept = title.split()[-len(rest.split()) :] if state else []
    return (" ".join(kept), state) if kept else (title, None)
