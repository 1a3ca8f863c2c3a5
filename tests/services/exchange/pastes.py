"""Texts as people paste them, each with what is to be found in it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Paste:
    """A text, what the draft says then, and words that must stand in the note, or must not."""

    text: str
    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    company: str = ""
    job: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    best_times: str = ""
    country: str = "US"
    noted: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()
    has_others: bool = False
    labels: tuple[str, ...] | None = None
    others: dict[str, str] = field(default_factory=dict)


PASTES: dict[str, Paste] = {
    "american signature": Paste(
        "Hi Anna,\n\nlovely to meet you at the fair, do send me the serum details.\n\nBest regards,\n"
        "Carol Whitfield\nOffice Manager | Alder Dental Group\n14 Alder St, Suite 200\nDenver, CO 80202\n"
        "Office: (303) 555-0142 | Cell: 303.555.0187\ncarol@alderdental.example\nwww.alderdental.example",
        "Carol Whitfield",
        ("+13035550142", "+13035550187"),
        ("carol@alderdental.example",),
        "Alder Dental Group",
        "Office Manager",
        "14 Alder St, Suite 200",
        "Denver",
        "CO",
        "80202",
        noted=("lovely to meet you",),
        forgotten=("Best regards", "Hi Anna"),
        labels=("work", "mobile"),
    ),
    "form mail": Paste(
        "Name: Priya Raman\nEmail: priya.raman@example.com\nPhone: 720-555-0163\n"
        "Best time to call: weekdays after 5pm\n"
        "Message: I saw the post about candles.\nDo you ship to Boulder?\n\n"
        "This email was sent from a contact form on warmcandles.example",
        "Priya Raman",
        ("+17205550163",),
        ("priya.raman@example.com",),
        best_times="weekdays after 5pm",
        noted=("I saw the post about candles.\nDo you ship to Boulder?",),
        forgotten=("contact form",),
    ),
    "form with labels above": Paste(
        "You have a new submission\n\nYour Name *\nTom Adeyemi\n\nYour E-mail *\ntom@example.org\n\nPhone Number\n"
        "+1 (720) 555-0142\n\nComments\nPlease call me about the party on Saturday.",
        "Tom Adeyemi",
        ("+17205550142",),
        ("tom@example.org",),
        noted=("Please call me about the party",),
    ),
    "form in a table": Paste(
        "First Name\tRosa\nLast Name\tNikolić\nPhone\t(970) 555-0119\nCity\tFort Collins\nState\tCO\nZip\t80521",
        "Rosa Nikolić",
        ("+19705550119",),
        city="Fort Collins",
        region="CO",
        postcode="80521",
    ),
    "form mail with its head": Paste(
        "From: WordPress <noreply@shop.example>\nTo: me@example.com\nDate: Mon, 23 Nov 2026 10:00\n"
        "Subject: New enquiry\n\nFull name: Beth Lindqvist\nE-mail address: beth@example.net\nMobile: 303 555 0155\n"
        "When can we call you?: Tuesday evening",
        "Beth Lindqvist",
        ("+13035550155",),
        ("beth@example.net",),
        best_times="Tuesday evening",
        forgotten=("noreply", "me@example.com"),
        labels=("mobile",),
    ),
    "mail that quotes another": Paste(
        "Sure, call me any time before noon.\n\nThanks,\nJoan Okafor\n(303) 555-0199\n\n"
        "On Mon, Nov 23, 2026 at 9:14 AM Anna Berg <anna@example.com> wrote:\n> Hi Joan,\n> my number is 720 555 0100\n"
        "> Anna Berg",
        "Joan Okafor",
        ("+13035550199",),
        forgotten=("Anna", "0100"),
    ),
    "outlook reply": Paste(
        "Passt mir gut.\n\nMit freundlichen Grüßen\nSabine Köhler\nTel.: 0171 5550123\n\n"
        "Von: Anna Berg <anna@example.com>\nGesendet: Montag, 23. November 2026 09:14\nAn: Sabine Köhler\n"
        "Betreff: Kerzen\n\nRuf mich an: 030 5550100",
        "Sabine Köhler",
        ("+491715550123",),
        country="DE",
        forgotten=("anna@example.com", "5550100"),
    ),
    "mail with its sender only": Paste(
        "From: Grace Hill <grace.hill@example.com>\nSent: Monday\nSubject: The blue candle\n\n"
        "Do you still have the blue one from last week, the one that smells of rain?",
        "Grace Hill",
        emails=("grace.hill@example.com",),
        noted=("The blue candle", "smells of rain"),
    ),
    "german signature": Paste(
        "Claudia Hoffmann\nInhaberin\nBlütenzauber GmbH\nLindenstraße 12\n50674 Köln\nTel. +49 221 5550143\n"
        "Mobil: 0160 5550177\nFax: 0221 5550144\nclaudia@bluetenzauber.example",
        "Claudia Hoffmann",
        ("+492215550143", "+491605550177", "+492215550144"),
        ("claudia@bluetenzauber.example",),
        "Blütenzauber GmbH",
        "Inhaberin",
        "Lindenstraße 12",
        "Köln",
        postcode="50674",
        country="DE",
    ),
    "german form": Paste(
        "Vorname: Jürgen\nNachname: Weiß\nTelefon: 089 5550101\nE-Mail: j.weiss@example.de\nPLZ: 80331\nOrt: München\n"
        "Beste Zeit: abends ab 18 Uhr\nNachricht: Bitte um Rückruf.",
        "Jürgen Weiß",
        ("+49895550101",),
        ("j.weiss@example.de",),
        city="München",
        postcode="80331",
        best_times="abends ab 18 Uhr",
        country="DE",
        noted=("Bitte um Rückruf",),
    ),
    "british signature": Paste(
        "Kind regards\n\nHelen Ashworth\nHead of Pastoral Care\nSt Mary's School\n8 Church Lane\nLeeds LS1 4AP\n"
        "T: 0113 496 0123\nM: 07700 900123\nE: h.ashworth@stmarys.example",
        "Helen Ashworth",
        ("+441134960123", "+447700900123"),
        ("h.ashworth@stmarys.example",),
        "St Mary's School",
        "Head of Pastoral Care",
        "8 Church Lane",
        "Leeds",
        postcode="LS1 4AP",
        country="GB",
    ),
    "french signature": Paste(
        "Cordialement,\n\nÉlodie Lefèvre\nResponsable boutique\n12 bis, rue des Lilas\n75011 Paris\n"
        "Tél : 01 55 55 01 42\n"
        "Portable : 06 55 55 01 42\nelodie.lefevre@exemple.fr",
        "Élodie Lefèvre",
        ("+33155550142", "+33655550142"),
        ("elodie.lefevre@exemple.fr",),
        job="Responsable boutique",
        street="12 bis, rue des Lilas",
        city="Paris",
        postcode="75011",
        country="FR",
    ),
    "spanish form": Paste(
        "Nombre: Lucía Fernández\nTeléfono: 612 345 678\nCorreo electrónico: lucia@ejemplo.es\nCiudad: Sevilla\n"
        "Mejor hora: por la mañana\nMensaje: Quiero probar la crema.",
        "Lucía Fernández",
        ("+34612345678",),
        ("lucia@ejemplo.es",),
        city="Sevilla",
        best_times="por la mañana",
        country="ES",
        noted=("Quiero probar la crema",),
    ),
    "canadian in one line": Paste(
        "Denise Tremblay • Nurse • 416-555-0134 • denise@exemple.ca • 55 Queen Street, Toronto, ON M5V 2T6",
        "Denise Tremblay",
        ("+14165550134",),
        ("denise@exemple.ca",),
        job="Nurse",
        street="55 Queen Street",
        city="Toronto",
        region="ON",
        postcode="M5V 2T6",
        country="CA",
    ),
    "a name and a number": Paste("Sam Marsh 303-555-0111", "Sam Marsh", ("+13035550111",)),
    "a mail address with its name": Paste(
        '"Dana Wu" <dana.wu@example.com>', "Dana Wu", emails=("dana.wu@example.com",)
    ),
    "a number only": Paste("+44 7700 900456", phones=("+447700900456",)),
    "vcard": Paste(
        "BEGIN:VCARD\nVERSION:3.0\nN:Ito;Kim;;;\nFN:Kim Ito\nORG:Harbor Books\nTITLE:Bookseller\n"
        "TEL;TYPE=CELL:+1 303 555 0170\nEMAIL:kim@example.com\n"
        "ADR;TYPE=HOME:;;9 Elm Way;Boulder;CO;80301;USA\nEND:VCARD",
        "Kim Ito",
        ("+13035550170",),
        ("kim@example.com",),
        "Harbor Books",
        "Bookseller",
        "9 Elm Way",
        "Boulder",
        "CO",
        "80301",
        labels=("mobile",),
    ),
    "two vcards, and words around": Paste(
        "See you Friday\nBEGIN:VCARD\nVERSION:4.0\nFN:Ana Brandt\nTEL:+493055501420\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Somebody Else\nTEL:+493055501421\nEND:VCARD",
        "Ana Brandt",
        ("+493055501420",),
        noted=("See you Friday",),
        has_others=True,
    ),
    "two people": Paste(
        "Jane Doe\n303 555 0142\njane@example.com\n\nTom Ray\n720 555 0188\ntom@example.com",
        "Jane Doe",
        ("+13035550142",),
        ("jane@example.com",),
        noted=("Tom Ray", "720 555 0188"),
        has_others=True,
    ),
    "two people in a form": Paste(
        "Name: Jane Doe\nPhone: 303 555 0142\n\nName: Tom Ray\nPhone: 720 555 0188",
        "Jane Doe",
        ("+13035550142",),
        noted=("Tom Ray", "720 555 0188"),
        has_others=True,
    ),
    "hebrew": Paste(
        "\u200fשרה כהן\u200f\n\u200fטלפון: 052-555-0123\nsara@example.co.il",
        "שרה כהן",
        ("+972525550123",),
        ("sara@example.co.il",),
        country="IL",
    ),
    "arabic": Paste(
        "الاسم: ليلى حداد\nالهاتف: +962 7 9555 0123\nlayla@example.com",
        "ليلى حداد",
        ("+962795550123",),
        ("layla@example.com",),
    ),
    "japanese": Paste(
        "佐藤花子\n〒150-0001 東京都渋谷区神宮前1-2-3\n電話: 03-5550-0123",
        "佐藤花子",
        ("+81355500123",),
        street="東京都渋谷区神宮前1-2-3",
        postcode="150-0001",
        country="JP",
    ),
    "all in capitals": Paste("MARIA DELGADO\n(303) 555-0142", "Maria Delgado", ("+13035550142",)),
    "numbers that are none": Paste(
        "Lena Zielińska\nOrder 2026-11-23, ref 1234\nIBAN DE89 3704 0044 0532 0130 00\n48 601 555 012",
        "Lena Zielińska",
        ("+48601555012",),
        country="PL",
        noted=("Order 2026-11-23, ref 1234", "IBAN"),
    ),
    "hostile": Paste(
        '=HYPERLINK("http://evil.example")\nName: <script>alert(1)</script>\nPhone: 303 555 0142\'; DROP TABLE --\n'
        "\x00\x07\u202eEmail: not an address",
        phones=("+13035550142",),
    ),
    "prose": Paste(
        "Met her at the bus stop, she loves lavender and has two cats.",
        noted=("Met her at the bus stop, she loves lavender and has two cats.",),
    ),
    "sentence with a number": Paste(
        "Hi, it's Paula Green, my new number is 303-555-0121, call me after six please!",
        phones=("+13035550121",),
        noted=("Paula Green",),
    ),
}
