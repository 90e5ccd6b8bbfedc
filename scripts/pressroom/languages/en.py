# SPDX-License-Identifier: MIT
"""The English desk: invented towns, invented people.  See zh.py for the slots."""
from .. import stories

FIRST = ("Margaret Arthur Nora Edwin Clara Hugh Beatrice Owen Florence Gilbert Ruth Stanley Ivy Walter Edith Conrad "
         "Louise Bernard Harriet Miles").split()
LAST = ("Hollin Tarrant Whitlow Marsden Pell Ashgrove Fenwick Corley Dunmore Straker Ellery Quill Norwood Haddon Brack "
        "Sedgeley Varley Ormond Thackley Lunn").split()
START = "Har Wen Col Ash Bram Dun Thorn Maple Kes Lang Mar Oak Pen Rush Stan Tol".split()
END = "wick ford bury leigh combe stead mouth field worth ley dale minster".split()
MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
AGENCIES = ("Ostland Press", "Northern Wire", "Courier News Service")

TOPICS = (
    dict(key="bridge", thing=("{name} Bridge", "{name} Viaduct"),
         heads=(("", "{thing} to Close for <4-9> Months", ("Drivers face a detour of <6-18> miles",)),
                ("", "Engineers Find Cracks in {thing}", ()),
                ("After <12-30> years of delay", "Work Begins on the New {thing}", ())),
         lead=("{thing} will close to all traffic on Monday so that engineers can replace <30-90> steel girders.",
               "A routine inspection of {thing} has found hairline cracks in <4-19> of its supports."),
         body=("Built in <1880-1960>, {thing} carries about <9-38>,000 vehicles a day between {name} and {town}.",
               "“We would rather shut it now than explain later why we did not,” said {who}, the county’s chief engineer.",
               "Buses will run by way of {street}, adding <15-40> minutes to the journey.",
               "{local}, who keeps a bakery at the western end, said that half of her customers came across the river on foot.",
               "A temporary footbridge is to open within <3-8> weeks.",
               "The contract, worth $<3-19>.<1-9> million, went to a well-known local firm after three rounds of bidding.")),
    dict(key="school", thing=("{name} Elementary School", "{name} High School"),
         heads=(("", "{thing} Moves Its Classes Outdoors", ()),
                ("", "Roof Repairs Keep {thing} Closed", ("<210-690> pupils will learn in borrowed rooms",)),
                ("", "A Garden Teaches Arithmetic at {thing}", ("Seeds, weights and a great deal of mud",))),
         lead=("The pupils of {thing} spent the first week of the term under an oak tree.",
               "{thing} will not open on time this year, the school board announced on <2-28> August."),
         body=("Children measured the shade at nine, at noon and at three, and drew what they had found.",
               "“They forget that it is mathematics,” said {who}, the head teacher.",
               "The kitchen of {thing} takes a third of its vegetables from beds that the pupils dug themselves.",
               "Parents were told by letter that after-school care would go on until <5-6>:30 in the evening.",
               "The board expects to spend $<120-890>,000 on slate, timber and scaffolding.",
               "{local2}, a third-grader, keeps a diary about one pumpkin and says that it grows an inch overnight.")),
    dict(key="library", thing=("the {name} Library", "the {name} Reading Room"),
         heads=(("", "Lights Stay On Late in {name} Library", ()),
                ("", "{name} Readers Save Their Library", ("Volunteers collect $<20-90>,000 in <5-11> weeks",)),
                ("", "Old Granary Lends Out <8-43>,000 Books", ("A reading room for {street}",))),
         lead=("At <9-11> in the evening the windows of {thing} are still bright.",
               "Readers in {town} have raised enough money to keep {thing} open for another year."),
         body=("The shelves stand where sacks of barley stood until <1950-1980>.",
               "Anyone with a library card may borrow up to <5-12> volumes without paying a deposit.",
               "{local}, a retired signalman, comes three times a week to put the books back in order.",
               "“At home he cannot sit still, and here he reads for two hours,” said {local2} about her son.",
               "Last year {thing} held <42-120> evening talks, from bee-keeping to the history of the canal.",
               "A visitors’ book on the counter has been filled <3-9> times.")),
    dict(key="factory", thing=("the {name} Pottery Works", "the {name} Glass Works"),
         heads=(("", "{name} Works Takes On <40-190> Hands", ()),
                ("", "New Kilns, Old Skills in {name}", ("Orders are booked until the spring",)),
                ("", "Strike Ends at {name} After <3-9> Days", ())),
         lead=("{thing} will hire <40-190> workers before the end of the year, its manager said on Thursday.",
               "The furnaces at {thing} were lit again on Friday after a strike of <3-9> days."),
         body=("Each of the new kilns at {thing} does in <3-7> hours what the old ones did in two days.",
               "“A machine grows old; a skill does not,” said {local}, who has trained <11-40> apprentices.",
               "Under the agreement the night shift will be shortened by half an hour.",
               "{who}, who negotiated for the owners, called the result fair to both sides.",
               "The company sells about one-third of its output abroad.",
               "Last winter, production fell by <12-34> percent when the river froze and coal could not be landed.")),
    dict(key="river", thing=("the {name} River", "the {name} Canal"),
         heads=(("", "Salmon Return to the {name}", ()),
                ("", "{name} Flood Wall Holds", ("Water rose <6-14> feet in a night",)),
                ("Cleaner water", "Swimmers Are Back in the {name}", ("The council lifts a ban of <20-50> years",))),
         lead=("After an absence of <12-60> years, salmon have been counted in {thing} again.",
               "The new wall along {thing} withstood its first storm on Sunday night."),
         body=("Wardens walk <8-16> miles of the bank every day and write down what they see.",
               "A generation ago <42-160> pipes emptied into {thing}; all of them have been sealed.",
               "“My grandchildren catch minnows where we were forbidden to paddle,” said {local}, a boat-builder from {town}.",
               "Gauges upstream of {village} are read every <10-30> minutes during a storm.",
               "{who}, the county surveyor, warned that one dry summer could undo the work.",
               "Nine farms have moved their cattle sheds away from the water’s edge.")),
    dict(key="market", thing=("the {name} Market", "the {name} Night Market"),
         heads=(("", "{name} Market Gets a Roof at Last", ()),
                ("", "Stallholders Vote to Stay Open Until <9-11>", ("Neighbours on {street} ask for quiet",)),
                ("", "Rents Rise at the {name} Market", ())),
         lead=("Rain will no longer stop trade at {thing}, where a glass roof was finished this week.",
               "The traders of {thing} voted on Tuesday to keep their stalls open later in summer."),
         body=("There are <120-380> stalls at {thing}, and a waiting list that is twice as long.",
               "{local} has roasted chestnuts on the same corner for <21-40> years.",
               "The accounts hang beside the entrance, so that everyone can see what was spent.",
               "Complaints about noise fell from <60-110> in the first month to <2-8> in the last.",
               "“With the windows shut you would not know that we are here,” said {local2}, who sells second-hand clocks.",
               "The town clerk, {who}, promised <40-160> new places for bicycles.")),
    dict(key="hospital", thing=("{name} General Hospital", "the {name} Infirmary"),
         heads=(("", "Doctors Go to the Patients in {name}", ()),
                ("", "{thing} Opens a Ward for Children", ("<18-60> beds and a playroom",)),
                ("", "Night Ambulance Saved in {name}", ())),
         lead=("Every <2-4> weeks a van from {thing} stops in front of the church in {village}.",
               "{thing} opened a children’s ward on <2-28> May that cost $<2-9>.<1-9> million."),
         body=("Over the past year the staff of {thing} has seen <1200-6800> people who live more than an hour away.",
               "“It used to take two buses to fetch one box of tablets,” said {local}, <61-88>.",
               "X-ray pictures are sent by wire, and the answer usually comes back in ten minutes.",
               "{who}, the medical director, said that the number of missed appointments had fallen by half.",
               "The dispensary now keeps <290-420> medicines, up from <130-180>.",
               "Nurses were trained for <6-14> weeks before they went out alone.")),
    dict(key="railway", thing=("the {name} Line", "the {name} Branch Railway"),
         heads=(("", "Trains Run Again on the {name} Line", ("First service in <14-40> years",)),
                ("", "{name} Station Clock Is Right Again", ()),
                ("", "Timetable Angers {name} Commuters", ("<9-30> trains are withdrawn",))),
         lead=("The first passenger train in <14-40> years left {name} for {town} at <6-9>:<10-59> on Saturday morning.",
               "Commuters on {thing} will have fewer trains and longer waits from <2-28> September."),
         body=("Volunteers laid <4-19> miles of track and rebuilt two signal boxes for {thing}.",
               "{local} sold the last ticket when the line was closed and bought the first one on Saturday.",
               "“A timetable is a promise,” said {who}, who speaks for the passengers.",
               "The company replied that rolling-stock was scarce and that it was doing what it could.",
               "A single fare costs $<2-8>.<10-95>, and children under <5-12> travel free.",
               "A cutting near {village} had to be cleared of <300-900> tons of clay.")),
    dict(key="theatre", thing=("the {name} Theatre", "the {name} Playhouse"),
         heads=(("", "{name} Playhouse Finds Its Lost Stage", ()),
                ("", "A Comedy in Three Doors at the {name}", ("The audience laughs before the curtain rises",)),
                ("", "Curtain Falls on the {name} Theatre", ())),
         lead=("Carpenters who were mending the floor of {thing} found a second stage beneath it.",
               "{thing} gave its last performance on Saturday to a full house."),
         body=("The boards, which date from <1820-1890>, were covered when the hall became a warehouse.",
               "{who} directs with a light hand and lets the silences work.",
               "“We counted <21-60> costumes in one trunk,” said {local}, the wardrobe mistress.",
               "Tickets for the rest of the season at {thing} went on sale at noon and were gone by <2-5> o’clock.",
               "A committee of towns-people hopes to lease the building for <5-30> years.",
               "The part of the landlord is played by {local2}, who in daytime teaches chemistry.")),
    dict(key="harvest", thing=("the {name} apple harvest", "the {name} hop harvest"),
         heads=(("", "A Late Frost, a Small Harvest in {name}", ()),
                ("", "{name} Growers Expect a Record Crop", ("Pickers are wanted in {village}",)),
                ("", "Machines Come to the {name} Orchards", ())),
         lead=("Two nights of frost in spring have cut {thing} by a third, growers said.",
               "Growers expect {thing} to be the largest since <1990-2015>."),
         body=("On the farm of {local}, <12-47> pickers start at dawn and stop when the sun reaches the top row.",
               "The fruit is sweeter than last year’s, though there is less of it.",
               "On the news of {thing}, prices at the {town} exchange rose by <3-19> cents a pound.",
               "“You can insure a house, but not a blossom,” said {local2}.",
               "{who}, an adviser to the growers, recommends water sprinklers against the cold.",
               "A machine that shakes the trees picks in a morning what a family picked in a week.")),
)

# What a text says of its head: a report takes up what stands above it.
ECHOES = {
    "{thing} to Close for <4-9> Months": "To close the bridge for <4-9> months, the county said, was the only safe course.",
    "Drivers face a detour of <6-18> miles": "Until then, drivers face a detour of <6-18> miles by way of {town}.",
    "Engineers Find Cracks in {thing}": "The engineers had not expected to find cracks so soon after they last climbed {thing}.",
    "After <12-30> years of delay": "The delay of <12-30> years has been costly; the first estimate was a third of the present one.",
    "Work Begins on the New {thing}": "Work on the new {thing} begins at the eastern bank, where the foundations have been laid.",
    "{thing} Moves Its Classes Outdoors": "All classes will stay outdoors until the painters have left the building.",
    "Roof Repairs Keep {thing} Closed": "Repairs to the roof will keep the school closed until October at the earliest.",
    "<210-690> pupils will learn in borrowed rooms": "Meanwhile, its <210-690> pupils will be taught in rooms borrowed from the parish and the rowing club.",
    "A Garden Teaches Arithmetic at {thing}": "In the garden, arithmetic is taught with a tape measure and a wheelbarrow.",
    "Seeds, weights and a great deal of mud": "The lesson calls for seeds, a set of weights and, this week, a great deal of mud.",
    "Lights Stay On Late in {name} Library": "The lights of the library stay on until late <3-5> nights a week.",
    "{name} Readers Save Their Library": "“It was the readers of {name} who saved their library, and nobody else,” said {who2}, a town councillor.",
    "Volunteers collect $<20-90>,000 in <5-11> weeks": "It took the volunteers only <5-11> weeks to collect the $<20-90>,000 that was wanting.",
    "Old Granary Lends Out <8-43>,000 Books": "Last year the old granary lent out <8-43>,000 books.",
    "A reading room for {street}": "The people of {street} had been asking for a reading room since the tram depot closed.",
    "{name} Works Takes On <40-190> Hands": "Most of the <40-190> hands will be taken on at the kilns.",
    "New Kilns, Old Skills in {name}": "The new kilns have not made the old skills superfluous; in {name} they are in greater demand than ever.",
    "Orders are booked until the spring": "Orders are booked until the spring, and some until the summer.",
    "Strike Ends at {name} After <3-9> Days": "The strike ended with a show of hands in the yard, after <3-9> days and two nights of talks.",
    "Salmon Return to the {name}": "“The salmon returned on their own,” said {who2}, a biologist; “we merely stopped keeping them out.”",
    "{name} Flood Wall Holds": "The flood wall held along its whole length, although there was water a hand’s breadth below the top.",
    "Water rose <6-14> feet in a night": "In a single night the water rose <6-14> feet.",
    "Cleaner water": "Cleaner water was the aim of the sewer act, and it has taken a generation to achieve it.",
    "Swimmers Are Back in the {name}": "Since Saturday the swimmers have been back, among them half of the {name} town band.",
    "The council lifts a ban of <20-50> years": "The council lifted its ban, which had stood for <20-50> years, without a vote against.",
    "{name} Market Gets a Roof at Last": "Hardly anyone in {name} had believed that the market would get its roof at last.",
    "Stallholders Vote to Stay Open Until <9-11>": "By a vote of <60-140> to <12-40>, the stallholders chose to stay open until <9-11>.",
    "Neighbours on {street} ask for quiet": "The neighbours on {street} ask for quiet on Sundays at the very least.",
    "Rents Rise at the {name} Market": "The rents will rise by <3-19> percent, the first change at the market in ten years.",
    "Doctors Go to the Patients in {name}": "“When the patients cannot come to the doctors, the doctors must go to the patients,” said {who2}, who drew up the route.",
    "{thing} Opens a Ward for Children": "The ward for children is the first that {thing} has opened since the war.",
    "<18-60> beds and a playroom": "It has <18-60> beds, a playroom and a door to the garden.",
    "Night Ambulance Saved in {name}": "The night ambulance, which was to be withdrawn from {name}, has been saved for at least <2-6> years.",
    "Trains Run Again on the {name} Line": "Trains will run again <4-9> times a day on the line between {name} and {village}.",
    "First service in <14-40> years": "The first service in <14-40> years was full to the last seat.",
    "{name} Station Clock Is Right Again": "The clock at {name} station, which had stood at ten past four for years, is right again as well.",
    "Timetable Angers {name} Commuters": "The timetable has angered commuters in {name}, some of whom had moved there for the sake of the 7:12.",
    "<9-30> trains are withdrawn": "In all, <9-30> trains are to be withdrawn, most of them before eight.",
    "{name} Playhouse Finds Its Lost Stage": "The lost stage was known from old playbills, but nobody at the playhouse in {name} had hoped to find it.",
    "A Comedy in Three Doors at the {name}": "The comedy requires three doors, a sofa and a telephone, and little else.",
    "The audience laughs before the curtain rises": "On the first night the audience was laughing before the curtain had risen.",
    "Curtain Falls on the {name} Theatre": "When the curtain fell, a few minutes after eleven, nobody in the theatre rose to go.",
    "A Late Frost, a Small Harvest in {name}": "Nobody in {name} can remember so late a frost, or so small a harvest.",
    "{name} Growers Expect a Record Crop": "The growers of {name} expect a record crop, and do not like to say so before it is in.",
    "Pickers are wanted in {village}": "Pickers are wanted so badly in {village} that the inn offers them free breakfast.",
    "Machines Come to the {name} Orchards": "To the orchards around {name}, <3-19> of the machines have come so far.",
}

GENERIC = (
    "The council will take up {thing} at its meeting on <2-28> March.",
    "About <120-890> people came to a public hearing on {thing} in the parish hall of {village}.",
    "“I have lived here for <20-60> years and have never seen anything like it,” said {local}.",
    "{who2}, who sits on the finance committee, asked where the money was to come from.",
    "Officials would not say how long the work on {thing} might take.",
    "Similar plans have been tried in {town}, with mixed results.",
    "The figures for {thing} were published in the county’s annual report, which runs to <90-320> pages.",
    "No one was hurt.",
    "{who3} said that the decision on {thing} had been made after long and sometimes heated discussions.",
    "In the end, it was the weather that settled the question.",
    "A spokeswoman for the county declined to comment on {thing}, saying that negotiations were still under way.",
    "The cost is to be shared between the county, which pays <51-75> percent, and the parish.",
    "Two earlier attempts at {thing}, in <1990-1999> and <2003-2012>, had failed for want of money.",
    "Neighbours brought tea, sandwiches and, toward evening, an accordion.",
    "Experts who were not involved in the project called the results encouraging but preliminary.",
    "“It is not the end of the argument,” {who2} said, “but it is the end of the shouting.”",
    "Those who wish to help are asked to write to the committee at <2-90> {street}.",
    "The records of {thing}, which had been thought lost, turned up in the attic of a house on {street}.",
    "By noon the queue reached from the town hall to the post office.",
    "Whether the plan for {thing} will survive the next election is another matter; both candidates have promised to reconsider it.",
    "The oldest of the volunteers is <78-93>, the youngest <9-14>.",
    "An independent committee will report on its findings before Christmas.",
    "Traffic on {street} came to a standstill for <20-90> minutes.",
    "{local2} put it more simply: “It works, and nobody knows why.”",
    "The decision did not come as a surprise to those who had read the minutes.",
    "{local} learned of it from the newspaper.",
    "A petition about {thing} with <300-2900> signatures was handed to the county clerk in a shoe box.",
    "“I would have done the same in their place,” said {who3}, a former member of the board.",
    "Rain fell for most of the morning, and the speeches were cut short.",
    "The town of {town}, which is twice the size, spends less than half as much.",
    "What happens to the old timber has not been decided.",
    "{who2} promised that nobody would be worse off, but gave no figures.",
    "The archive of the county holds three letters on {thing}, the earliest from <1880-1930>.",
    "On weekdays the telephone is answered from nine until noon.",
    "A brass band from {village} played, and a goat got loose.",
    "{local2}, who had taken the day off, brought a folding chair and a thermos.",
    "The insurers have sent two assessors, who disagreed.",
    "For {county}, which lost <120-890> residents last year, it is a rare piece of good news.",
    "“People think that it happened overnight,” said {who3}. “It took <6-19> years.”",
    "The first bill will arrive in the autumn.",
    "Nobody could say on Friday who had ordered the signs, or why they were in red.",
    "A second inquiry into {thing}, led by a retired judge, is to begin in <3-9> weeks.",
    "{local} keeps a list on the kitchen door and crosses off what has been done.",
    "The state pays <11-48> cents of every dollar; the rest has to be found nearby.",
    "Schools in {town} and {village} have asked for a visit.",
    "Of the <12-60> questions about {thing} that had been sent in, the chairman read out four.",
    "The lower road floods every spring and has done so for as long as anyone can remember.",
    "{who2} called the report on {thing} thorough, fair and two years late.",
    "A photograph of {thing} from <1910-1960>, which hangs in the post office, shows how little has changed.",
    "Those who came by bicycle were let in free.",
    "By the time the lamps were lit, only the caretaker and two dogs were left.",
    "“Ask me again in a year,” {local2} said.",
    "The builders have asked for an extension until the end of <2027-2031>.",
    "An earlier version of the plan for {thing} would have cost $<3-19> million more.",
    "Members of both parties spoke in favour, which had not happened since {who3} took the chair.",
    "The bus to {village} now stops at {thing}, <6-14> times a day.",
    "Visitors are asked to wear stout shoes and to leave dogs at home.",
    "Almost <31-79> percent of those who replied to a survey on {thing} were satisfied or very satisfied.",
    "“There was a time when {name} was known for its mud,” said {local}.",
    "The county engineer measured it again on Wednesday and arrived at a different number.",
    "A collection at the door brought in $<190-980> and a foreign coin.",
    "It is not the first dispute of its kind; in <1960-1989> one went all the way to the supreme court.",
    "{local2} and two friends kept watch until the morning.",
    "The fire brigade was called <2-9> times, each time for nothing.",
)
CROSSHEADS = ("A Long Wait", "What the Neighbours Say", "“Nobody Asked Us”", "The Figures", "Looking Ahead",
              "Mud to the Knees", "Three Signatures Short", "“A Matter of Trust”", "Bread, Tea and Patience",
              "The View From {street}", "An Old Quarrel", "No Money for Paint", "“We Will See”",
              "Before the First Frost", "{name} Remembers", "A Question of Weight", "Who Pays the Bill",
              "Two Keys, One Door")
PHOTOS = (
    "Volunteers clear the towpath near {village} on Saturday. They filled <40-190> sacks with rubbish.",
    "A swan and its young on the mill pond at {town}, where the ice has melted <2-5> weeks early.",
    "Workers fit the last pane of the greenhouse in {name} Park, which opens to visitors on <2-28> April.",
    "{local} with the pumpkin that won first prize at the {county} fair. It weighs <190-420> pounds.",
    "Children of {village} try the new slide. The playground was paid for by <120-480> donations.",
)
COMMENTS = (
    ("In Praise of Slow Trains", ("Whoever has time sees more of the country.", "A fast train knows two places, and a slow one knows <12-30>.",
     "The argument against the branch lines has always been arithmetic, and the arithmetic has always been incomplete.",
     "It leaves out the doctor, the school and the Saturday market.", "Nobody proposes to close a road because it is empty at night.",
     "What cannot be counted is not therefore worthless.")),
    ("The Town Hall Should Answer Its Letters", ("A letter is a small thing, and an unanswered letter is a smaller one.",
     "Yet it is by such things that people judge whether they are governed or merely administered.", "Last year <900-2900> inquiries were received, and <300-800> of them were filed without a reply.",
     "The clerks are not to blame; there are too few of them.", "A postcard would do.", "Courtesy costs less than the committees that are formed to replace it.")),
)
NOTICES = (
    ("Water to Be Turned Off in {street}", "To all householders:", ("Because a main is to be replaced, the supply in {street} will be interrupted on <2-28> May from 10 p.m. until 6 a.m.",
     "Please draw what water you need beforehand and leave all taps closed."), "{name} Water Board"),
    ("{name} Bridge Closed to Traffic", "Notice is hereby given:", ("The bridge at {name} will be closed to all vehicles for repairs until further notice.", "Drivers are asked to use {street}."), "{county} County Surveyor"),
)
ADS = (
    ("{name} Furniture House: Autumn Sale!", ("Everything must go! Beds, chairs and wardrobes at half price, this week only!", "<2-90> {street}. Telephone 000-<1000-9999>.")),
    ("Learn to Dance in <6-12> Evenings!", ("Waltz, tango, foxtrot. Beginners are welcome, partners are found!", "{local}’s School of Dancing, <2-90> {street}. Call 000-<1000-9999>.")),
)


class Desk(stories.Desk):
    TAG, SPACED, HYPHENS, SPREAD, IN_COLUMN = "en", True, True, False, 0.8
    FONT = '"DejaVu Serif"'
    STOPS = (".", "”", "!")
    TOPICS, GENERIC, CROSSHEADS, PHOTOS, COMMENTS, NOTICES, ADS = TOPICS, GENERIC, CROSSHEADS, PHOTOS, COMMENTS, NOTICES, ADS
    ECHOES = ECHOES
    PAPERS = (("The Harwick Courier", "Harwick"), ("The Colbury Gazette", "Colbury"), ("Wenford Evening Herald", "Wenford"))
    SECTIONS = ("Local", "Business", "Culture", "Opinion", "Sports", "World")
    INTERVIEWS = ("Culture",)
    CREDITS = ("Photo by {}", "Photograph: {}", "Photo by {}", "Photo: {}")
    COMMENTATOR, COLUMN, EXAMPLE = "By the Editor", "Opinion", "The case of {name} shows it."
    GUIDE, POINTER, TWICE = "INSIDE", "Page {}", ""
    JUMPS_TO = ("Continued on Page {}", "(Continued on Page {})", "Continued on Page A{}")
    JUMPS_FROM = ("Continued from Page 1", "(Continued from Page 1)", "From Page A1")

    def person(self, rng):
        return f"{rng.choice(FIRST)} {rng.choice(LAST)}"

    def pen_name(self, rng):
        return "By " + self.person(rng)

    def cast(self, rng, city):
        place = lambda: rng.choice(START) + rng.choice(END)
        name = place()
        roles = {who: self.person(rng) for who in ("who", "who2", "who3", "local", "local2")}
        return {**roles, "name": name, "thing": name, "city": city, "county": place(), "town": place(),
                "village": place(), "street": place() + rng.choice((" Road", " Street", " Lane"))}

    def dateline(self, rng, roles):
        day = f"{roles['name'].upper()}, {rng.choice(MONTHS)} {rng.randint(1, 28)}"
        return day + (f" ({rng.choice(AGENCIES)})" if rng.random() < 0.5 else "") + " — "

    def sign(self, rng, story, roles, interview):
        way = rng.random()
        if way < 0.65:
            story.byline, story.signed = "By " + self.person(rng), "head"
        if way > 0.4:
            story.paragraphs[0] = self.dateline(rng, roles) + story.paragraphs[0][:1].upper() + story.paragraphs[0][1:]
        story.paragraphs = [text[:1].upper() + text[1:] for text in story.paragraphs]

    def date(self, rng):
        return f"{rng.choice(MONTHS)} {rng.randint(1, 28)}, {rng.randint(2018, 2026)}"

    def folio(self, rng, number):
        return f"{number % 16 + 1} The {self.PAPERS[0][1]} Courier, {self.date(rng)}"

    def masthead(self, rng, paper):
        return [paper[0], "", f"Established {rng.randint(1820, 1920)}", "",
                f"{rng.choice(('Monday', 'Tuesday', 'Friday', 'Saturday'))}, {self.date(rng)}",
                f"Vol. {rng.randint(40, 180)} No. {rng.randint(1000, 9999)}"]
