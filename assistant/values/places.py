"""Countries with their peoples and other names, and the places that news names most."""

from __future__ import annotations

# country: demonyms; other names of it
_COUNTRIES = """
Afghanistan: Afghan Afghans | Albania: Albanian | Algeria: Algerian | Angola: Angolan
Argentina: Argentine Argentinian | Armenia: Armenian | Australia: Australian | Austria: Austrian
Azerbaijan: Azerbaijani Azeri | Bahrain: Bahraini | Bangladesh: Bangladeshi
Belarus: Belarusian; Byelorussia | Belgium: Belgian | Bolivia: Bolivian
Bosnia and Herzegovina: Bosnian; Bosnia | Botswana: Botswanan | Brazil: Brazilian
Bulgaria: Bulgarian | Cambodia: Cambodian | Cameroon: Cameroonian | Canada: Canadian
Chad: Chadian | Chile: Chilean | China: Chinese; People's Republic of China | Colombia: Colombian
Congo: Congolese; Democratic Republic of Congo, Democratic Republic of the Congo, DRC
Costa Rica: Costa-Rican | Croatia: Croatian Croat | Cuba: Cuban | Cyprus: Cypriot
Czech Republic: Czech; Czechia | Denmark: Danish Dane Danes | Ecuador: Ecuadorian
Egypt: Egyptian | El Salvador: Salvadoran | Eritrea: Eritrean | Estonia: Estonian
Ethiopia: Ethiopian | Fiji: Fijian | Finland: Finnish Finn Finns
France: French Frenchman Frenchwoman | Gabon: Gabonese | Georgia: Georgian
Germany: German | Ghana: Ghanaian | Greece: Greek | Greenland: Greenlandic
Guatemala: Guatemalan | Haiti: Haitian | Honduras: Honduran | Hungary: Hungarian
Iceland: Icelandic Icelander | India: Indian | Indonesia: Indonesian
Iran: Iranian; Islamic Republic of Iran | Iraq: Iraqi | Ireland: Irish Irishman | Israel: Israeli
Italy: Italian | Ivory Coast: Ivorian; Côte d'Ivoire | Jamaica: Jamaican | Japan: Japanese
Jordan: Jordanian | Kazakhstan: Kazakh Kazakhstani | Kenya: Kenyan | Kosovo: Kosovar
Kuwait: Kuwaiti | Kyrgyzstan: Kyrgyz; Kyrgyz Republic | Laos: Laotian | Latvia: Latvian
Lebanon: Lebanese | Liberia: Liberian | Libya: Libyan | Lithuania: Lithuanian
Luxembourg: Luxembourger | Madagascar: Malagasy | Malawi: Malawian | Malaysia: Malaysian
Mali: Malian | Malta: Maltese | Mauritania: Mauritanian | Mexico: Mexican | Moldova: Moldovan
Mongolia: Mongolian | Montenegro: Montenegrin | Morocco: Moroccan | Mozambique: Mozambican
Myanmar: Burmese; Burma | Namibia: Namibian | Nepal: Nepali Nepalese
Netherlands: Dutch Dutchman; Holland, the Netherlands | New Zealand: New-Zealander
Nicaragua: Nicaraguan | Niger: Nigerien | Nigeria: Nigerian
North Korea: North-Korean; DPRK | North Macedonia: Macedonian; Macedonia | Norway: Norwegian
Oman: Omani | Pakistan: Pakistani | Palestine: Palestinian | Panama: Panamanian
Paraguay: Paraguayan | Peru: Peruvian | Philippines: Philippine Filipino Filipina
Poland: Polish Pole Poles | Portugal: Portuguese | Qatar: Qatari | Romania: Romanian
Russia: Russian; Russian Federation | Rwanda: Rwandan | Saudi Arabia: Saudi Saudis; KSA
Scotland: Scottish Scot Scots | Senegal: Senegalese | Serbia: Serbian Serb
Sierra Leone: Sierra-Leonean | Singapore: Singaporean | Slovakia: Slovak Slovakian
Slovenia: Slovenian Slovene | Somalia: Somali | South Africa: South-African
South Korea: South-Korean; Republic of Korea | South Sudan: South-Sudanese
Soviet Union: Soviet; USSR | Spain: Spanish Spaniard | Sri Lanka: Sri-Lankan | Sudan: Sudanese
Sweden: Swedish Swede | Switzerland: Swiss | Syria: Syrian; Syrian Arab Republic
Taiwan: Taiwanese | Tajikistan: Tajik | Tanzania: Tanzanian | Thailand: Thai | Togo: Togolese
Tunisia: Tunisian | Turkey: Turkish Turk Turks; Türkiye, Turkiye | Turkmenistan: Turkmen
Uganda: Ugandan | Ukraine: Ukrainian | United Arab Emirates: Emirati; UAE, U.A.E.
United Kingdom: British Briton Britons; UK, U.K., Britain, Great Britain
United States: American; US, U.S., USA, U.S.A., America, United States of America
Uruguay: Uruguayan | Uzbekistan: Uzbek | Vatican: ; Vatican City, Holy See
Venezuela: Venezuelan | Vietnam: Vietnamese | Wales: Welsh | Yemen: Yemeni | Zambia: Zambian
Zimbabwe: Zimbabwean | Andorra: Andorran | Bahamas: Bahamian; The Bahamas | Barbados: Barbadian
Belize: Belizean | Benin: Beninese | Bhutan: Bhutanese | Brunei: Bruneian
Burkina Faso: Burkinabe | Burundi: Burundian | Djibouti: Djiboutian
Dominican Republic: Dominican; the Dominican Republic | Eswatini: Swazi; Swaziland | Gambia: Gambian
Grenada: Grenadian | Guinea: Guinean | Guyana: Guyanese | Kiribati: I-Kiribati | Lesotho: Basotho
Liechtenstein: Liechtensteiner | Maldives: Maldivian; the Maldives | Mauritius: Mauritian
Monaco: Monegasque | Nauru: Nauruan | Palau: Palauan | Papua New Guinea: Papuan
Samoa: Samoan | Seychelles: Seychellois | Solomon Islands: Solomon-Islander
Suriname: Surinamese | Timor-Leste: Timorese; East Timor | Tonga: Tongan
Trinidad and Tobago: Trinidadian | Tuvalu: Tuvaluan | Vanuatu: Ni-Vanuatu
Micronesia: Micronesian | Marshall Islands: Marshallese | Cape Verde: Cape-Verdean; Cabo Verde
San Marino: Sammarinese | Central African Republic: Central-African | Comoros: Comorian
Equatorial Guinea: Equatoguinean | Guinea-Bissau: Bissau-Guinean | Dominica:
São Tomé and Príncipe: Sao-Tomean; Sao Tome and Principe | Antigua and Barbuda: Antiguan; Antigua
Saint Lucia: Saint-Lucian; St. Lucia | Saint Kitts and Nevis: Kittitian; St. Kitts and Nevis
Saint Vincent and the Grenadines: Vincentian; St. Vincent and the Grenadines
England: English Englishman | Europe: European | Africa: African | Asia: Asian
"""
# Named like countries, with other names, but none.
_BODIES = """
European Union: ; EU, E.U. | United Nations: ; UN, U.N.
Islamic State: ; IS, ISIS, ISIL, Daesh, Islamic State of Iraq and Syria
"""
_STATES = """
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho
Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota
Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York
North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina
South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming
Puerto Rico|Bavaria|Catalonia|Chechnya|Crimea|Ontario|Quebec
"""
_OTHER_PLACES = """
Hong Kong|Donbas|Gaza|West Bank|Siberia|Antarctica|South America|North America|Latin America
Middle East|Northern Ireland
London|Paris|Berlin|Moscow|Kyiv|Kiev|Beijing|Tokyo|Baghdad|Damascus|Tehran|Kabul|Cairo|Istanbul
Ankara|Rome|Madrid|Brussels|Vienna|Geneva|Warsaw|Prague|Budapest|Athens|Lisbon|Dublin|Stockholm
Oslo|Copenhagen|Helsinki|Amsterdam|Munich|Milan|Barcelona|Manchester|Liverpool|Glasgow|Edinburgh
Aleppo|Mosul|Raqqa|Jerusalem|Tel Aviv|Beirut|Amman|Riyadh|Doha|Dubai|Abu Dhabi|Karachi|Lahore
Islamabad|Delhi|New Delhi|Mumbai|Dhaka|Bangkok|Hanoi|Manila|Jakarta|Seoul|Pyongyang|Shanghai|Wuhan
Sydney|Melbourne|Canberra|Auckland|Wellington|Toronto|Montreal|Vancouver|Ottawa|Mexico City|Havana
Bogota|Caracas|Lima|Santiago|Buenos Aires|Rio de Janeiro|Sao Paulo|Brasilia|Lagos|Nairobi
Johannesburg|Cape Town|Khartoum|Tripoli|Tunis|Algiers|Mogadishu|Addis Ababa|Minsk|Astana|Dushanbe
Tbilisi|Baku|Yerevan|Tashkent|Bishkek|Almaty|Chisinau|Vilnius|Riga|Tallinn|Sofia|Bucharest
Belgrade|Sarajevo|Zagreb|Odesa|Kharkiv|Mariupol|Kherson|Los Angeles|San Francisco|San Diego
Las Vegas|Chicago|Houston|Dallas|Austin|Boston|Philadelphia|Phoenix|Seattle|Denver|Detroit|Miami
Atlanta|New Orleans|Baltimore|Nashville|Memphis|Cleveland|Pittsburgh|Minneapolis|Milwaukee
St. Louis|Kansas City|San Antonio|Salt Lake City|Honolulu|Brooklyn|Manhattan|Queens
"""


def _read() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    peoples: dict[str, str] = {}
    for entry in (_COUNTRIES + _BODIES).replace("\n", "|").split("|"):
        if not entry.strip():
            continue
        country, _, rest = entry.partition(":")
        demonyms, _, aliases = rest.partition(";")
        main = country.strip()
        names[main.casefold()] = main
        for alias in aliases.split(","):
            if alias.strip():
                names[alias.strip().casefold()] = main
        for people in demonyms.replace("-", " ").split() if "-" not in demonyms else [demonyms]:
            word = people.replace("-", " ").strip().casefold()
            peoples[word] = main
            peoples[word + "s"] = main
    for place in (_STATES + _OTHER_PLACES).replace("\n", "|").split("|"):
        if place.strip():
            names.setdefault(place.strip().casefold(), place.strip())
    names["kiev"] = "Kyiv"
    return names, peoples


_PLACES, _PEOPLES = _read()
_STATE_NAMES = frozenset(_STATES.strip().casefold().replace("\n", "|").split("|"))
_COUNTRY_NAMES = frozenset(
    entry.partition(":")[0].strip() for entry in _COUNTRIES.replace("\n", "|").split("|")
) - {""}


def place_named(name: str) -> str | None:
    """The one spelling of a known country, state or city, or of a body with several names."""
    return _PLACES.get(name.casefold())


def is_country(name: str) -> bool:
    """Whether `name` is a known country, or a part of the world that has a people."""
    return _PLACES.get(name.casefold()) in _COUNTRY_NAMES


def is_state(name: str) -> bool:
    """Whether `name` is a state of the USA, or a known part of another country."""
    return name.casefold() in _STATE_NAMES


def country_of_people(word: str) -> str | None:
    """The country of a people: `Russians`, `French`."""
    return _PEOPLES.get(word.casefold())
