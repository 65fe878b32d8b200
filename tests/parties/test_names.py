import pytest

from reportedly.parties.names import is_full, person_name, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Petrova", "Dr. ANA PETRÓVA"),
        ("Sean O'Hale", "Sean O’Hale"),
        ("Han Seo-yun", "Han Seo Yun"),
        ("Han Seo-yun", "Seo-yun Han"),
        ("Jon P. Hale", "Jon Hale"),
        ("Jon P. Hale Jr.", "Jon Hale Jr."),
        ("J. Hale", "Jon Hale"),
        ("Jon Paul Hale", "Jon P. Hale"),
        ("Bill Hale", "William Hale"),
        ("Olena Tarkovsky", "Olena Tarkovskiy"),
        ("Olena Tarkovskyy", "Olena Tarkovskyi"),
        ("Muhammad Tarik", "Mohamed Tariq"),
        ("Karim al-Sarraf", "Karim Sarraf"),
        ("Karim bin Sarraf", "Karim Sarraf"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Łucja Nowel", "Lucja Nowel"),
    ],
)
def test_one_person_may_be_written_both_ways(one, other):
    assert same_person(person_name(one), person_name(other))
    assert same_person(person_name(other), person_name(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jon Hale", "Ida Hale"),
        ("Jon Hale Jr.", "Jon Hale III"),
        ("Jon P. R. Hale", "Jon P. Hale"),
        ("J. P. Hale", "J. R. Hale"),
        ("Ana Petrova", "Ana Petrov"),
        ("Martin Hale", "Martina Hale"),
        ("Wei Li", "Wei Lee"),
        ("Jon Hale", "Jon Hill"),
    ],
)
def test_namesakes_are_two(one, other):
    assert not same_person(person_name(one), person_name(other))


@pytest.mark.parametrize(
    "name", ["Hale", "Minister Hale", "Hale Jr.", "al-Sarraf", "bin Sarraf", "Seo-yun", "Anything Hale"]
)
def test_a_surname_alone_is_no_full_name(name):
    assert not is_full(name)


@pytest.mark.parametrize("name", ["Jon Hale", "J. Hale", "Al Hale", "President Jon Hale", "Karim al-Sarraf"])
def test_a_first_name_makes_it_full(name):
    assert is_full(name)
