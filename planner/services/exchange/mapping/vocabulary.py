"""The words of column headers: what they qualify and what they name, without accents and capitals."""

from __future__ import annotations

from planner.services.exchange.mapping.fields import Field, Target

_F = Field

QUALIFIERS: dict[str, str] = {
    word: label
    for label, words in {
        "work": (
            "work business office geschaftlich gesch dienstlich dienst buro arbeit arbeits arbeitsadresse "
            "beruflich geschaftl bureau professionnel professionnelle pro travail trabajo oficina profesional "
            "laboral empresarial"
        ),
        "home": (
            "home private privat privatadresse personal house zuhause wohnung domicile maison personnel "
            "personnelle prive privee casa particular domicilio residencial"
        ),
        "other": ("other andere anderes anderer weitere weiteres weiterer sonstige autre autres otro otra otros otras"),
        "mobile": (
            "mobile cell cellular cellphone handy mobil mobiltelefon mobilnummer handynummer portable gsm movil celular"
        ),
        "fax": "fax telefax telecopie facsimile faxnummer",
        "main": "main haupt hauptnummer principal principale primary",
        "pager": "pager",
        "car": "car auto voiture coche",
        "assistant": "assistant assistants assistenz",
        "whatsapp": "whatsapp",
    }.items()
    for word in words.split()
}

FILLERS = frozenset(
    "address adresse adr number numero nummer nr no num n of the de du la le les des der die das del el los cp contact "
    "kontakt person customer kunde client one two line zeile primary value wert field o ou oder und".split()
)

BASES: dict[Field, str] = {
    _F.NAME: (
        "name contact contactname customer customername client clientname kunde kundenname kontakt "
        "kontaktname consultant consultantname berater beraterin mitglied member membername person nom nombre "
        "lead leadname nomcontact"
    ),
    _F.GIVEN: (
        "firstname first given givenname vorname vornamen prenom forename nombres nombredepila christianname "
        "fname rufname"
    ),
    _F.MIDDLE: (
        "middlename middle additionalname weiterevornamen weiterevorname zweitervorname deuxiemeprenom "
        "segundonombre secondname"
    ),
    _F.FAMILY: (
        "lastname last family familyname surname nachname familienname zuname nomdefamille apellido apellidos "
        "lname sname"
    ),
    _F.PREFIX: (
        "prefix nameprefix salutation anrede greeting civilite tratamiento honorific akademischertitel prefixe prefijo"
    ),
    _F.SUFFIX: "suffix namesuffix suffixe sufijo namenszusatz",
    _F.CALL_ME: "nickname spitzname surnom apodo callme goesby knownas pseudo alias preferredname",
    _F.COMPANY: (
        "company companyname organization organizationname organisation organisationname org orgname firma "
        "firmenname unternehmen societe entreprise empresa employer arbeitgeber associatedcompany "
        "organizacion compania business businessname nombredeempresa nomdelentreprise firmaname workplace"
    ),
    _F.JOB: (
        "jobtitle job position role rolle berufsbezeichnung beruf occupation profession fonction poste cargo "
        "puesto profesion funktion organizationtitle jobposition stelle"
    ),
    _F.DEPARTMENT: "department abteilung service departement departamento organizationdepartment dept",
    _F.PHONE: (
        "phone phonenumber tel telephone telephonenumber telefon telefonnummer telefonnr rufnummer fon "
        "telefono telno mobile cell cellphone handy mobiltelefon portable movil celular fax telefax pager gsm "
        "hauptnummer text textnumber mobil mobilnummer handynummer cellular telecopie facsimile whatsapp "
        "phoneno telefonfirma autotelefon haupttelefon funktelefon hometelefon mobilephone contactphone "
        "contactnumber"
    ),
    _F.PHONE_AREA: "areacode vorwahl vorwahltel indicatif prefijotelefonico phoneprefix",
    _F.EMAIL: (
        "email mail emailaddress emailadresse mailadresse courriel correo correoelectronico "
        "adressedemessagerie adresseemail adressemail adresseelectronique direcciondecorreoelectronico emails "
        "messagerie primaryemail secondaryemail direcciondecorreo emailid"
    ),
    _F.STREET: (
        "street streetaddress streetname strasse str strassehausnummer rue calle address addressline adresse "
        "anschrift direccion postaladdress mailingaddress adresszeile domicilio"
    ),
    _F.CITY: "city town ort stadt ville wohnort ciudad localidad locality poblacion commune plaats",
    _F.REGION: (
        "state region province stateregion stateprovince bundesland county kanton canton departementregion "
        "provincia estado etat depregion stateorprovince"
    ),
    _F.POSTCODE: (
        "zip zipcode postcode postalcode plz postleitzahl codepostal codigopostal zippostalcode postalzip zippostcode"
    ),
    _F.POSTCODE_CITY: (
        "plzort plzortkombination plzundort plzstadt zipcity postcodecity codepostalville cpville ortplz"
    ),
    _F.COUNTRY: "country countryregion countryname land pays pais landregion paysregion paisregion countrycode",
    _F.PO_BOX: "pobox postfach postofficebox boitepostale apartado addresspobox",
    _F.WHOLE_ADDRESS: ("fulladdress formattedaddress addressformatted ganzeadresse adressecomplete direccioncompleta"),
    _F.BIRTHDAY: (
        "birthday birthdate dateofbirth dob geburtstag geburtsdatum geb gebdatum anniversaire datedenaissance "
        "naissance cumpleanos fechadenacimiento nacimiento bday born birth"
    ),
    _F.BIRTH_YEAR: "birthyear geburtsjahr anneedenaissance",
    _F.BIRTH_MONTH: "birthmonth geburtsmonat moisdenaissance",
    _F.BIRTH_DAY: "jourdenaissance tagdergeburt",
    _F.NOTE: (
        "notes note comments comment bemerkung bemerkungen notiz notizen kommentar kommentare anmerkung "
        "anmerkungen remarque remarques commentaire commentaires notas nota observaciones comentarios memo "
        "message nachricht remark remarks"
    ),
    _F.TAGS: (
        "tags tag labels label categories category kategorien kategorie categorie categorias categoria group "
        "groups gruppe gruppen groupe groupes grupo grupos segment stichworte etiquetas etiquettes "
        "groupmembership lists"
    ),
    _F.URL: (
        "url web website webpage homepage internet siteweb pageweb paginaweb sitioweb webseite blog personalwebpage www"
    ),
    _F.LANGUAGE: "language sprache langue idioma",
    _F.FAVOURITE: "favourite favorite favorit favori favorito starred",
    _F.KEY: (
        "id consultantid consultantnumber customerid customernumber customerno kundennummer kundennr "
        "beraternummer leadid recordid accountnumber accountid backofficeid memberid membernumber "
        "mitgliedsnummer contactid uuid personid kontaktnummer numeroclient uid"
    ),
    _F.EVIDENCE: (
        "optin optints optindate optintime optintimestamp optinip ip ipaddress ipadresse consent consentdate "
        "consenttext einwilligung consentement consentimiento source leadsource campaign kampagne campagne "
        "created createdat createdate createdon datecreated created personcreated signupdate subscribed "
        "marketingcontactstatus marketingstatus doubleoptin timestamp quelle"
    ),
    _F.STOP: (
        "donotcall dnc donotcontact donotmail donotemail donottext optout optedout unsubscribed unsubscribe "
        "emailoptout nichtanrufen"
    ),
    _F.INTRODUCED_BY: (
        "referredby introducedby recommendedby empfohlenvon recommandepar referidopor empfehlungvon referrer"
    ),
}

LABELLED: dict[str, Target] = {
    "anniversary": Target(_F.DATE, "anniversary"),
    "weddinganniversary": Target(_F.DATE, "anniversary"),
    "jahrestag": Target(_F.DATE, "anniversary"),
    "hochzeitstag": Target(_F.DATE, "anniversary"),
    "anniversairedemariage": Target(_F.DATE, "anniversary"),
    "anniversairedemariageoufete": Target(_F.DATE, "anniversary"),
    "aniversario": Target(_F.DATE, "anniversary"),
    **{
        word: Target(_F.RELATION, "spouse")
        for word in ("spouse", "partner", "husband", "wife", "ehepartner", "partnerin")
    },
    **{
        word: Target(_F.RELATION, "spouse") for word in ("partnerehegatte", "conjoint", "conyuge", "ehemann", "ehefrau")
    },
    **{word: Target(_F.RELATION, "children") for word in ("children", "kids", "kinder", "enfants", "hijos", "niños")},
    **{
        word: Target(_F.RELATION, "manager")
        for word in ("managersname", "managername", "manager", "responsable", "chef")
    },
    **{word: Target(_F.RELATION, "assistant") for word in ("assistantsname", "assistantname", "nameassistent")},
    **{
        word: Target(_F.SOCIAL, word)
        for word in (
            "linkedin",
            "facebook",
            "instagram",
            "twitter",
            "xing",
            "skype",
            "telegram",
            "tiktok",
            "aim",
            "icq",
            "msn",
        )
    },
    "linkedinurl": Target(_F.SOCIAL, "linkedin"),
    "facebookurl": Target(_F.SOCIAL, "facebook"),
    "instagramhandle": Target(_F.SOCIAL, "instagram"),
    **{
        word: Target(_F.SHOWN)
        for word in (
            "emaildisplayname",
            "emailangezeigtername",
            "nomcompletdeladressedemessagerie",
            "nombreparamostrar",
        )
    },
    **{word: Target(_F.IGNORE) for word in ("emailtype", "emailtyp", "typedemessagerie", "tipodecorreoelectronico")},
    "fullname": Target(_F.NAME, "full"),
    "displayname": Target(_F.NAME, "full"),
    "nomcomplet": Target(_F.NAME, "full"),
    "nombrecompleto": Target(_F.NAME, "full"),
    "vollername": Target(_F.NAME, "full"),
    "vollstandigername": Target(_F.NAME, "full"),
    **{word: Target(_F.JOB, "title") for word in ("title", "titel", "titre", "titulo")},
}
