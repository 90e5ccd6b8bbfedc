# SPDX-License-Identifier: MIT
"""The German desk: invented towns, invented people.  See zh.py for the slots."""
from .. import stories

FIRST = "Karin Ulrich Hanna Werner Gisela Jochen Renate Dieter Ilse Volker Marlene Konrad Birgit Rainer Heide Ludwig".split()
LAST = ("Ahlbrecht Brüggemann Dornbusch Eichler Fährmann Grotefend Hövel Imhoff Kesselring Lindqvist Möhring Niemeier "
        "Ostermann Quandt Reuschel Stüve Tönnies Wiegand").split()
START = "Wal Hir Lin Buchen Ohl Stein Rauten Grün Kirch Mühl Erlen Sand Weiden Krähen".split()
END = "dorf hausen bach feld rath wald stedt berg beck kamp hagen".split()
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
AGENCIES = ("dpa", "lok", "eb", "rnd")

TOPICS = (
    dict(key="bruecke", thing=("Brücke bei {name}", "{name}er Brücke", "Talbrücke {name}"),
         heads=(("", "{name}: Brücke wird gesperrt", ("Umleitung führt über {town}",)),
                ("Risse im Beton", "Die {thing} bleibt <4-9> Monate zu", ()),
                ("", "Neue Pfeiler für die {thing}", ("Kosten steigen auf <3-19> Millionen Euro",))),
         lead=("Die {thing} wird von Montag an für den gesamten Verkehr gesperrt.",
               "Bei einer Prüfung haben Fachleute an der {thing} <4-19> Risse gefunden."),
         body=("Täglich fahren rund <9-38>000 Fahrzeuge zwischen {town} und {village} über die {thing} aus dem Jahr <1920-1970>.",
               "„Wir sperren lieber jetzt, als später zu erklären, warum wir es nicht getan haben“, sagte {who} vom Straßenbauamt.",
               "Für Fußgänger soll in <3-8> Wochen ein Behelfssteg fertig werden.",
               "{local} betreibt am westlichen Ende eine Bäckerei und fürchtet um die Hälfte der Kundschaft.",
               "Die Busse der Linie <10-99> nehmen den Weg über die {street}, das dauert <15-40> Minuten länger.",
               "Der Auftrag ging nach drei Ausschreibungsrunden an ein Ingenieurbüro aus {town}.")),
    dict(key="schule", thing=("Grundschule {name}", "Gesamtschule {name}"),
         heads=(("", "Unterricht unter der Eiche", ("{thing} zieht ins Freie",)),
                ("", "{thing} bekommt ein neues Dach", ()),
                ("", "In {name} lernt die ganze Schule kochen", ("Ein Drittel des Gemüses wächst im Schulgarten",))),
         lead=("Die Kinder der {thing} haben die erste Woche nach den Ferien unter einer Eiche verbracht.",
               "Die {thing} wird nicht rechtzeitig zum neuen Schuljahr fertig, teilte die Verwaltung mit."),
         body=("Um neun, um zwölf und um drei Uhr maßen sie die Länge des Schattens und zeichneten auf, was sie fanden.",
               "„Sie merken gar nicht, dass es Mathematik ist“, sagte Schulleiterin {who}.",
               "Die Nachmittagsbetreuung dauert künftig bis <16-17>.30 Uhr.",
               "Für Schiefer, Holz und Gerüste rechnet die Gemeinde mit <120-890>000 Euro.",
               "{local2} aus der dritten Klasse führt ein Tagebuch über einen einzigen Kürbis.",
               "Die Eltern wurden in einem Rundschreiben gebeten, Gummistiefel mitzugeben.")),
    dict(key="buecherei", thing=("Stadtbücherei {name}", "Lesestube {name}"),
         heads=(("", "In der Lesestube brennt noch Licht", ()),
                ("", "{name} rettet seine Bücherei", ("Spenden von <20-90>000 Euro in <5-11> Wochen",)),
                ("", "Wo einst Gerste lag, stehen <8-43>000 Bücher", ())),
         lead=("Abends um <9-10> sind die Fenster der {thing} noch hell.",
               "Die {thing} kann ein weiteres Jahr geöffnet bleiben."),
         body=("Bis <1950-1980> wurde in dem Haus Getreide gelagert, an der Wand hängt noch die Waage.",
               "Wer einen Leseausweis hat, darf bis zu <5-12> Bände mitnehmen und zahlt kein Pfand.",
               "{local}, früher Stellwerksmeister, räumt dreimal in der Woche die Regale auf.",
               "„Zu Hause kann er nicht stillsitzen, hier liest er zwei Stunden“, erzählt {local2} über den Sohn.",
               "Im vergangenen Jahr gab es <42-120> Vortragsabende, vom Bienenzüchten bis zur Geschichte des Kanals.",
               "Das Gästebuch auf der Theke ist schon <3-9>-mal voll geworden.")),
    dict(key="werk", thing=("Glashütte {name}", "Porzellanfabrik {name}"),
         heads=(("", "{thing} stellt <40-190> Leute ein", ()),
                ("", "Neue Öfen, altes Handwerk", ("{thing} ist bis zum Frühjahr ausgebucht",)),
                ("Nach <3-9> Tagen Stillstand", "Der Streik in {name} ist zu Ende", ())),
         lead=("Die {thing} will bis zum Jahresende <40-190> neue Beschäftigte einstellen.",
               "In der {thing} brennen die Öfen wieder."),
         body=("Jeder der neuen Öfen der {thing} schafft in <3-7> Stunden, wofür die alten zwei Tage brauchten.",
               "„Maschinen veralten, ein Handwerk nicht“, sagt {local}, Lehrmeister von <11-40> Auszubildenden.",
               "Nach der Vereinbarung wird die Nachtschicht um eine halbe Stunde verkürzt.",
               "{who}, Verhandlungsführer der Eigentümer, nannte das Ergebnis ausgewogen.",
               "Etwa ein Drittel der Erzeugnisse geht ins Ausland.",
               "Im letzten Winter fiel die Produktion um <12-34> Prozent, weil der Fluss zugefroren war.")),
    dict(key="fluss", thing=("{name}er Aue", "{name}er Ache"),
         heads=(("", "Die Lachse sind wieder da", ("{thing} so sauber wie seit <12-60> Jahren nicht",)),
                ("", "Die {thing} darf wieder mäandern", ()),
                ("", "Hochwasserschutz hält: {name} bleibt trocken", ())),
         lead=("Nach <12-60> Jahren sind in der {thing} wieder Lachse gezählt worden.",
               "Die neue Mauer an der {thing} hat ihr erstes Hochwasser überstanden."),
         body=("Ehrenamtliche gehen jeden Tag <8-16> Kilometer am Ufer entlang und schreiben auf, was sie sehen.",
               "Vor einer Generation mündeten hier <42-160> Abwasserrohre, heute sind alle verschlossen.",
               "„Meine Enkel fangen Stichlinge, wo wir nicht einmal die Füße hineinhalten durften“, sagt Bootsbauer {local}.",
               "Oberhalb von {village} werden die Pegel bei Sturm alle <10-30> Minuten abgelesen.",
               "{who} vom Wasserwirtschaftsamt warnt: Ein einziger trockener Sommer könne alles zunichtemachen.",
               "Neun Höfe haben ihre Ställe vom Wasser weg verlegt.")),
    dict(key="markt", thing=("Markthalle {name}", "Händlergemeinschaft {name}"),
         heads=(("", "Endlich ein Dach über dem Kopf", ("{thing} feiert Richtfest",)),
                ("", "{name}: Händler wollen bis <20-22> Uhr öffnen", ()),
                ("", "Streit um Standmieten in {name}", ("Anwohner der {street} wünschen Ruhe",))),
         lead=("Regen stört den Handel nicht mehr: Die {thing} hat ihr Glasdach bekommen.",
               "Die {thing} will im Sommer länger öffnen."),
         body=("In der {thing} gibt es <120-380> Stände und eine doppelt so lange Warteliste.",
               "{local} röstet seit <21-40> Jahren an derselben Ecke Kastanien.",
               "Die Abrechnung hängt am Eingang aus, damit jeder sieht, wofür Geld ausgegeben wurde.",
               "Die Zahl der Lärmbeschwerden sank von <60-110> im ersten Monat auf <2-8> im letzten.",
               "„Bei geschlossenem Fenster merkt man nichts von uns“, sagt {local2}, Händlerin für gebrauchte Uhren.",
               "Bürgermeister {who} versprach <40-160> zusätzliche Fahrradstellplätze.")),
    dict(key="klinik", thing=("Klinik {name}", "Kreisklinik {name}"),
         heads=(("", "Der Arzt kommt jetzt mit dem Bus", ()),
                ("", "{thing} eröffnet Kinderstation", ("<18-60> Betten und ein Spielzimmer",)),
                ("", "Nachtdienst in {name} ist gesichert", ())),
         lead=("Alle <2-4> Wochen hält ein Bus der {thing} vor der Kirche in {village}.",
               "Die {thing} hat für <2-9>,<1-9> Millionen Euro eine Kinderstation gebaut."),
         body=("Im vergangenen Jahr wurden von der {thing} so <1200-6800> Menschen versorgt, die mehr als eine Stunde entfernt wohnen.",
               "„Früher brauchte ich zwei Busse für eine Schachtel Tabletten“, sagt {local} (<61-88>).",
               "Röntgenbilder werden elektronisch verschickt, meist kommt die Antwort nach zehn Minuten.",
               "Nach Angaben der Ärztlichen Direktorin {who} hat sich die Zahl der versäumten Termine halbiert.",
               "Die Apotheke führt jetzt <290-420> statt <130-180> Arzneimittel.",
               "Die Pflegekräfte wurden <6-14> Wochen lang auf ihre Aufgabe vorbereitet.")),
    dict(key="bahn", thing=("{name}er Kleinbahn", "Nebenstrecke nach {name}"),
         heads=(("", "Nach <14-40> Jahren fährt wieder ein Zug", ("{thing} eröffnet",)),
                ("", "Ärger über den neuen Fahrplan", ("Auf der {thing} fallen <9-30> Züge aus",)),
                ("", "{name}: Die Bahnhofsuhr geht wieder richtig", ())),
         lead=("Am Samstag um <6-9>.<10-59> Uhr ist auf der {thing} der erste Personenzug seit <14-40> Jahren abgefahren.",
               "Auf der {thing} müssen sich Pendler auf längere Wartezeiten einstellen."),
         body=("Freiwillige haben <4-19> Kilometer Gleis der {thing} verlegt und zwei Stellwerke instand gesetzt.",
               "{local} verkaufte bei der Stilllegung die letzte Fahrkarte und kaufte nun die erste.",
               "„Ein Fahrplan ist ein Versprechen“, sagte {who} vom Fahrgastverband.",
               "Das Unternehmen verweist auf fehlende Triebwagen und Lieferschwierigkeiten.",
               "Die einfache Fahrt kostet <2-8>,<10-95> Euro, Kinder bis <5-12> Jahre fahren umsonst.",
               "Im Einschnitt bei {village} mussten <300-900> Tonnen Lehm beseitigt werden.")),
    dict(key="theater", thing=("Freilichtbühne {name}", "Kammerbühne {name}"),
         heads=(("", "Unter den Dielen lag noch eine Bühne", ()),
                ("", "Komödie mit drei Türen", ("Die {thing} spielt vor vollem Haus",)),
                ("", "Letzter Vorhang für die {thing}", ())),
         lead=("Bei Reparaturen an der {thing} haben Zimmerleute einen zweiten Bühnenboden entdeckt.",
               "Die {thing} hat am Samstag ihre letzte Vorstellung gegeben."),
         body=("Die Bretter stammen aus der Zeit um <1820-1890> und wurden überbaut, als das Haus zum Lager wurde.",
               "{who} führt mit leichter Hand Regie und lässt den Pausen ihre Wirkung.",
               "„In einer Truhe lagen <21-60> Kostüme“, berichtet Gewandmeisterin {local}.",
               "Der Kartenvorverkauf begann am Mittag, um <14-16> Uhr war alles weg.",
               "Ein Förderverein möchte das Gebäude für <5-30> Jahre pachten.",
               "Den Hauswirt spielt {local2}, im Hauptberuf Chemielehrer.")),
    dict(key="ernte", thing=("Apfelernte um {name}", "Hopfenernte um {name}"),
         heads=(("", "Später Frost, kleine Ernte", ("Obstbauern in {name} verlieren ein Drittel",)),
                ("", "{name} erwartet eine Rekordernte", ()),
                ("", "Maschinen rütteln an den Bäumen", ("Die {thing} wird schneller",))),
         lead=("Zwei Frostnächte haben die {thing} um ein Drittel verringert.",
               "Die {thing} wird voraussichtlich die größte seit <1990-2015>."),
         body=("Auf dem Hof von {local} beginnen <12-47> Pflücker im Morgengrauen.",
               "Süßer als im Vorjahr sei das Obst, wenn auch weniger.",
               "An der Börse in {town} stieg der Preis um <3-19> Cent je Kilogramm.",
               "„Ein Haus kann man versichern, eine Blüte nicht“, sagt {local2}.",
               "Pflanzenschutzberater {who} empfiehlt Frostschutzberegnung.",
               "Eine Rüttelmaschine erntet an einem Vormittag, wofür eine Familie eine Woche brauchte.")),
)

# What a text says of its head: a report takes up what stands above it.
ECHOES = {
    "{name}: Brücke wird gesperrt": "Dass die Brücke so bald gesperrt wird, hatte in {name} kaum jemand erwartet.",
    "Umleitung führt über {town}": "Die Umleitung führt über {town} und ist ausgeschildert.",
    "Risse im Beton": "Mit bloßem Auge sind die Risse im Beton kaum zu erkennen.",
    "Die {thing} bleibt <4-9> Monate zu": "Mindestens <4-9> Monate bleibt die {thing} zu, heißt es im Amt.",
    "Neue Pfeiler für die {thing}": "Die {thing} bekommt neue Pfeiler, der Überbau wird angehoben.",
    "Kosten steigen auf <3-19> Millionen Euro": "Die Kosten steigen damit auf <3-19> Millionen Euro, das Doppelte der ersten Schätzung.",
    "Unterricht unter der Eiche": "Für den Unterricht unter der Eiche wurden Bänke aus der Turnhalle geholt.",
    "{thing} zieht ins Freie": "Die {thing} zieht bei jedem Wetter ins Freie, nur bei Gewitter nicht.",
    "{thing} bekommt ein neues Dach": "Die {thing} bekommt ein neues Dach aus Schiefer, das alte war seit Jahren undicht.",
    "In {name} lernt die ganze Schule kochen": "Einmal in der Woche lernt die ganze Schule kochen, das Kollegium eingeschlossen.",
    "Ein Drittel des Gemüses wächst im Schulgarten": "Ein Drittel des Gemüses, das in die Töpfe kommt, wächst im Schulgarten.",
    "In der Lesestube brennt noch Licht": "Wer um diese Zeit vorbeikommt, sieht, dass in der Lesestube noch Licht brennt.",
    "{name} rettet seine Bücherei": "„Ganz {name} hat seine Bücherei gerettet“, sagte {who2} vom Kulturausschuss.",
    "Spenden von <20-90>000 Euro in <5-11> Wochen": "In nur <5-11> Wochen kamen Spenden von <20-90>000 Euro zusammen.",
    "Wo einst Gerste lag, stehen <8-43>000 Bücher": "Wo einst die Gerste lag, stehen heute <8-43>000 Bücher.",
    "{thing} stellt <40-190> Leute ein": "Von den <40-190> Leuten, die die {thing} einstellt, werden die meisten angelernt.",
    "Neue Öfen, altes Handwerk": "Die neuen Öfen ändern nichts daran, dass das alte Handwerk gebraucht wird.",
    "{thing} ist bis zum Frühjahr ausgebucht": "Bis zum Frühjahr ist die {thing} ausgebucht.",
    "Nach <3-9> Tagen Stillstand": "Nach <3-9> Tagen Stillstand mussten die Öfen erst langsam angeheizt werden.",
    "Der Streik in {name} ist zu Ende": "Dass der Streik zu Ende ist, erfuhr man in {name} durch die Werkssirene.",
    "Die Lachse sind wieder da": "„Die Lachse sind wieder da, und sie sind von selbst gekommen“, sagte {who2} vom Angelverein.",
    "{thing} so sauber wie seit <12-60> Jahren nicht": "So sauber wie jetzt war die {thing} seit <12-60> Jahren nicht.",
    "Die {thing} darf wieder mäandern": "Auf <2-9> Kilometern darf die {thing} wieder mäandern, wie sie will.",
    "Hochwasserschutz hält: {name} bleibt trocken": "Der Hochwasserschutz hielt, und {name} blieb trocken bis in die Keller am Ufer.",
    "Endlich ein Dach über dem Kopf": "„Endlich haben wir ein Dach über dem Kopf“, sagte {who2} im Namen der Händler.",
    "{thing} feiert Richtfest": "Am Freitag feierte die {thing} Richtfest.",
    "{name}: Händler wollen bis <20-22> Uhr öffnen": "Bis <20-22> Uhr wollen die Händler in {name} von Juni an öffnen.",
    "Streit um Standmieten in {name}": "Der Streit um die Standmieten beschäftigt {name} seit dem Frühjahr.",
    "Anwohner der {street} wünschen Ruhe": "Die Anwohner der {street} wünschen sich wenigstens sonntags Ruhe.",
    "Der Arzt kommt jetzt mit dem Bus": "Dass der Arzt jetzt mit dem Bus kommt, hat sich in den Dörfern herumgesprochen.",
    "{thing} eröffnet Kinderstation": "Zur Eröffnung der Kinderstation lud die {thing} alle ein, die Spielzeug gespendet hatten.",
    "<18-60> Betten und ein Spielzimmer": "Die Station hat <18-60> Betten, ein Spielzimmer und eine Tür zum Garten.",
    "Nachtdienst in {name} ist gesichert": "Der Nachtdienst in {name} ist für die nächsten <2-6> Jahre gesichert.",
    "Nach <14-40> Jahren fährt wieder ein Zug": "Dass nach <14-40> Jahren wieder ein Zug fährt, ist vor allem Rentnern und Schülern zu verdanken.",
    "{thing} eröffnet": "Die {thing} wurde mit Blasmusik eröffnet.",
    "Ärger über den neuen Fahrplan": "Der Ärger über den neuen Fahrplan ist auf allen Bahnsteigen zu hören.",
    "Auf der {thing} fallen <9-30> Züge aus": "Insgesamt fallen <9-30> Züge aus, die meisten davon vor acht Uhr.",
    "{name}: Die Bahnhofsuhr geht wieder richtig": "Auch die Bahnhofsuhr in {name} geht wieder richtig; jahrelang war es dort zehn nach vier.",
    "Unter den Dielen lag noch eine Bühne": "Dass unter den Dielen noch eine Bühne lag, hatte im Haus niemand geahnt.",
    "Komödie mit drei Türen": "Die Komödie kommt mit drei Türen, einem Sofa und einem Telefon aus.",
    "Die {thing} spielt vor vollem Haus": "Seit der Premiere spielt die {thing} vor vollem Haus.",
    "Letzter Vorhang für die {thing}": "Kurz nach elf fiel der letzte Vorhang, und niemand stand auf.",
    "Später Frost, kleine Ernte": "An einen so späten Frost und eine so kleine Ernte erinnern sich selbst die Ältesten nicht.",
    "Obstbauern in {name} verlieren ein Drittel": "Im Schnitt verlieren die Obstbauern in {name} ein Drittel ihrer Früchte.",
    "{name} erwartet eine Rekordernte": "Eine Rekordernte erwartet {name} nicht zum ersten Mal.",
    "Maschinen rütteln an den Bäumen": "Auf <3-9> Höfen rütteln jetzt Maschinen an den Bäumen.",
    "Die {thing} wird schneller": "Die {thing} wird dadurch schneller, leiser wird sie nicht.",
}

GENERIC = (
    "Der Gemeinderat berät über die {thing} in der Sitzung am <2-28>. März.",
    "Zur Bürgerversammlung über die {thing} im Dorfgemeinschaftshaus von {village} kamen <120-890> Menschen.",
    "„Ich wohne hier seit <20-60> Jahren und habe so etwas noch nicht erlebt“, sagte {local}.",
    "{who2} aus dem Haushaltsausschuss fragte, woher das Geld kommen solle.",
    "Wie lange die Arbeiten an der {thing} dauern, ist noch offen.",
    "Ähnliche Vorhaben in {town} haben unterschiedliche Ergebnisse gebracht.",
    "Die Zahlen zur {thing} stehen im Jahresbericht der Kreisverwaltung, der <90-320> Seiten umfasst.",
    "Verletzt wurde niemand.",
    "{who3} zufolge fiel die Entscheidung über die {thing} nach langen, teils hitzigen Auseinandersetzungen.",
    "Am Ende entschied das Wetter.",
    "Eine Sprecherin der Kreisverwaltung wollte sich zur {thing} nicht äußern, da die Verhandlungen noch liefen.",
    "Von den Kosten übernimmt der Landkreis <51-75> Prozent, den Rest trägt die Gemeinde.",
    "Zwei frühere Anläufe zur {thing} in den Jahren <1990-1999> und <2003-2012> waren an der Finanzierung gescheitert.",
    "Die Nachbarschaft brachte Kaffee, Butterbrote und gegen Abend ein Akkordeon.",
    "Unbeteiligte Fachleute nannten die Ergebnisse ermutigend, aber vorläufig.",
    "„Das ist nicht das Ende des Streits“, sagte {who2}, „aber das Ende des Geschreis.“",
    "Wer helfen möchte, wird gebeten, sich in der {street} <2-90> zu melden.",
    "Die verloren geglaubten Unterlagen der {thing} fanden sich auf dem Dachboden eines Hauses in der {street}.",
    "Gegen Mittag reichte die Schlange vom Rathaus bis zur Post.",
    "Ob der Plan für die {thing} die nächste Wahl übersteht, ist eine andere Frage; beide Bewerber wollen ihn überprüfen.",
    "Die älteste Helferin ist <78-93>, der jüngste Helfer <9-14> Jahre alt.",
    "Eine unabhängige Sachverständigenkommission soll noch vor Weihnachten berichten.",
    "Auf der {street} stand der Verkehr <20-90> Minuten lang still.",
    "{local2} sagte es einfacher: „Es funktioniert, und keiner weiß, warum.“",
    "Für alle, die die Protokolle gelesen hatten, kam die Entscheidung nicht überraschend.",
    "{local} erfuhr davon aus der Zeitung.",
    "Eine Unterschriftenliste zur {thing} mit <300-2900> Namen wurde dem Landrat in einem Schuhkarton überreicht.",
    "„An ihrer Stelle hätte ich genauso gehandelt“, sagte {who3}, bis zum Herbst Mitglied des Aufsichtsrats.",
    "Weil es den ganzen Vormittag regnete, fielen die Reden kürzer aus als geplant.",
    "Das doppelt so große {town} gibt dafür nicht einmal die Hälfte aus.",
    "Was aus dem alten Holz wird, steht noch nicht fest.",
    "Schlechter gestellt werde niemand, versicherte {who2}, nannte aber keine Zahlen.",
    "Im Kreisarchiv liegen drei Briefe zur {thing}, der früheste stammt von <1880-1930>.",
    "Das Telefon ist werktags von 9 bis 12 Uhr besetzt.",
    "Die Blaskapelle aus {village} spielte, und eine Ziege riss sich los.",
    "{local2} hatte sich freigenommen und Klappstuhl und Thermoskanne mitgebracht.",
    "Die Versicherung schickte zwei Gutachter, die sich nicht einig wurden.",
    "Für {county}, das im vorigen Jahr <120-890> Einwohner verlor, ist das eine seltene gute Nachricht.",
    "„Viele glauben, das sei über Nacht gekommen“, sagt {who3}. „Es hat <6-19> Jahre gedauert.“",
    "Die ersten Bescheide sollen im Herbst verschickt werden.",
    "Wer die Schilder bestellt hatte und warum sie rot waren, ließ sich am Freitag nicht klären.",
    "In <3-9> Wochen beginnt eine weitere Untersuchung zur {thing} unter Leitung eines pensionierten Richters.",
    "{local} führt an der Küchentür eine Liste und streicht durch, was erledigt ist.",
    "Von jedem Euro trägt das Land <11-48> Cent, der Rest muss vor Ort aufgebracht werden.",
    "Auch aus {town} und {village} haben sich Schulklassen angemeldet.",
    "Von den <12-60> eingereichten Fragen zur {thing} las der Vorsitzende vier vor.",
    "Die untere Straße steht in jedem Frühjahr unter Wasser, so lange man zurückdenken kann.",
    "{who2} nannte den Bericht über die {thing} gründlich, ausgewogen und zwei Jahre verspätet.",
    "Eine Aufnahme der {thing} von <1910-1960>, die in der Post hängt, zeigt, wie wenig sich verändert hat.",
    "Wer mit dem Fahrrad kam, hatte freien Eintritt.",
    "Als die Laternen angingen, waren nur noch der Hausmeister und zwei Hunde da.",
    "„Fragen Sie mich in einem Jahr wieder“, sagte {local2}.",
    "Die Baufirma hat um Aufschub bis Ende <2027-2031> gebeten.",
    "Eine frühere Fassung des Plans für die {thing} wäre um <3-19> Millionen Euro teurer gewesen.",
    "Redner aller Fraktionen stimmten zu, was unter dem Vorsitz von {who3} noch nie vorgekommen war.",
    "Der Bus nach {village} hält jetzt <6-14>-mal am Tag vor der {thing}.",
    "Besucher werden gebeten, feste Schuhe zu tragen und Hunde zu Hause zu lassen.",
    "In einer Umfrage zur {thing} äußerten sich <31-79> Prozent der Befragten zufrieden oder sehr zufrieden.",
    "„Früher war {name} für seinen Schlamm bekannt“, sagt {local}.",
    "Am Mittwoch maß der Kreisbaumeister noch einmal nach und kam auf ein anderes Ergebnis.",
    "Bei der Sammlung am Ausgang kamen <190-980> Euro und eine ausländische Münze zusammen.",
    "Es ist nicht der erste Streit dieser Art; einer kam <1960-1989> sogar vor das Bundesgericht.",
    "{local2} hielt mit zwei Freunden bis zum Morgen Wache.",
    "Die Feuerwehr rückte <2-9>-mal aus, jedes Mal umsonst.",
)
CROSSHEADS = ("Das lange Warten", "Was die Nachbarn sagen", "„Uns hat niemand gefragt“", "Zahlen und Folgen",
              "Wie es weitergeht", "Bis zu den Knien im Schlamm", "Drei Unterschriften fehlen",
              "„Eine Frage des Vertrauens“", "Brot, Tee und Geduld", "Der Blick aus der {street}",
              "Alter Streit", "Kein Geld für Farbe", "„Wir werden sehen“", "Vor dem ersten Frost",
              "{name} erinnert sich", "Wer am Ende zahlt", "Zwei Schlüssel, eine Tür",
              "Nur der Hausmeister wusste es")
PHOTOS = (
    "Freiwillige räumen am Samstag den Treidelpfad bei {village} auf. Sie füllten <40-190> Säcke mit Abfall.",
    "Ein Schwan mit seinen Jungen auf dem Mühlteich in {town}, wo das Eis <2-5> Wochen früher geschmolzen ist.",
    "Handwerker setzen die letzte Scheibe im Gewächshaus des Stadtparks von {name} ein. Eröffnet wird es am <2-28>. April.",
    "{local} mit dem Siegerkürbis der Gartenschau in {town}. Er wiegt <90-220> Kilogramm.",
    "Kinder aus {village} probieren die neue Rutsche aus. Der Spielplatz wurde aus <120-480> Spenden bezahlt.",
)
COMMENTS = (
    ("Lob der langsamen Züge", ("Wer Zeit hat, sieht mehr vom Land.", "Ein schneller Zug kennt zwei Orte, ein langsamer <12-30>.",
     "Das Argument gegen die Nebenbahnen war immer ein rechnerisches, und die Rechnung war immer unvollständig.",
     "Sie vergisst den Arzt, die Schule und den Wochenmarkt.", "Niemand sperrt eine Straße, nur weil sie nachts leer ist.", "Was man nicht zählen kann, ist deshalb nicht wertlos.")),
    ("Das Rathaus sollte Briefe beantworten", ("Ein Brief ist eine kleine Sache, ein unbeantworteter eine noch kleinere.",
     "Doch an solchen Dingen messen Menschen, ob sie regiert oder nur verwaltet werden.", "Im vorigen Jahr gingen <900-2900> Anfragen ein, <300-800> davon wurden ohne Antwort abgeheftet.",
     "Die Angestellten trifft keine Schuld, es sind zu wenige.", "Eine Postkarte würde genügen.", "Höflichkeit ist billiger als Ausschüsse.")),
)
NOTICES = (
    ("Wasser wird abgestellt: {street}", "An alle Haushalte:", ("Wegen Arbeiten an der Hauptleitung wird die Versorgung in der {street} am <2-28>. Mai von 22 bis 6 Uhr unterbrochen.",
     "Bitte halten Sie einen Vorrat bereit und schließen Sie alle Hähne."), "Stadtwerke {name}"),
    ("Vollsperrung der Ortsdurchfahrt {name}", "Amtliche Bekanntmachung:", ("Die Ortsdurchfahrt {name} wird wegen Bauarbeiten bis auf Weiteres gesperrt.", "Der Verkehr wird über {town} umgeleitet."), "Landratsamt {county}"),
)
ADS = (
    ("Möbelhaus {name}: Großer Herbstverkauf!", ("Alles muss raus! Betten, Stühle und Schränke zum halben Preis, nur diese Woche!", "{street} <2-90>, Telefon 0000-<1000-9999>.")),
    ("Tanzen lernen in <6-12> Abenden!", ("Walzer, Tango, Foxtrott. Anfänger willkommen, Partner werden vermittelt!", "Tanzschule {local}, {street} <2-90>, Telefon 0000-<1000-9999>.")),
)


class Desk(stories.Desk):
    TAG, SPACED, HYPHENS, SPREAD, IN_COLUMN = "de", True, True, False, 0.8
    FONT = '"DejaVu Serif"'
    STOPS = (".", "“", "!")
    TOPICS, GENERIC, CROSSHEADS, PHOTOS, COMMENTS, NOTICES, ADS = TOPICS, GENERIC, CROSSHEADS, PHOTOS, COMMENTS, NOTICES, ADS
    ECHOES = ECHOES
    PAPERS = (("Waldorfer Anzeiger", "Waldorf"), ("Lindbacher Zeitung", "Lindbach"), ("Steinfelder Tageblatt", "Steinfeld"))
    SECTIONS = ("Lokales", "Wirtschaft", "Kultur", "Sport", "Politik", "Vermischtes")
    INTERVIEWS = ("Kultur",)
    CREDITS = ("Foto: {}", "Foto: {}", "Bild: {}")
    COMMENTATOR, COLUMN, EXAMPLE = "Von unserer Redaktion", "Kommentar", "Der Fall {name} zeigt es."
    GUIDE, POINTER, TWICE = "INHALT", "Seite {}", ""
    JUMPS_TO = ("Fortsetzung auf Seite {}", "(Fortsetzung auf Seite {})", "Fortsetzung Seite {}")
    JUMPS_FROM = ("Fortsetzung von Seite 1", "(Fortsetzung von Seite 1)")

    def person(self, rng):
        return f"{rng.choice(FIRST)} {rng.choice(LAST)}"

    def pen_name(self, rng):
        return "Von " + self.person(rng)

    def cast(self, rng, city):
        place = lambda: rng.choice(START) + rng.choice(END)
        name = place()
        roles = {who: self.person(rng) for who in ("who", "who2", "who3", "local", "local2")}
        street = rng.choice(START) + rng.choice(("straße", "gasse", "allee"))
        return {**roles, "name": name, "thing": name, "city": city, "county": place(), "town": place(),
                "village": place(), "street": street}

    def sign(self, rng, story, roles, interview):
        way = rng.random()
        if way < 0.6:
            story.byline, story.signed = "Von " + self.person(rng), "head"
        if way > 0.3:
            end = rng.choice((" ({}). ", " ({}) – ", ". ({}) ")).format(rng.choice(AGENCIES))
            story.paragraphs[0] = rng.choice((roles["name"], roles["name"].upper())) + end + story.paragraphs[0]

    def date(self, rng):
        return f"{rng.randint(1, 28)}. {rng.choice(MONTHS)} {rng.randint(2018, 2026)}"

    def folio(self, rng, number):
        return f"Seite {number % 16 + 1} {rng.choice(self.SECTIONS[:3])} {self.date(rng)}"

    def masthead(self, rng, paper):
        return [paper[0], "", "Unabhängige Tageszeitung", "",
                f"{rng.choice(('Montag', 'Dienstag', 'Freitag', 'Samstag'))}, {self.date(rng)}",
                f"{rng.randint(40, 180)}. Jahrgang Nr. {rng.randint(1, 300)} Einzelpreis 2,{rng.randint(10, 90)} Euro"]
