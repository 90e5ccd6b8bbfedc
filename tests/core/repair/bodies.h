/* SPDX-License-Identifier: MIT
 * Three short news items and a feature as a dump has them, cut to a measure of seventeen, what must
 * come of the text of each, and of it with its head: all invented. */
#ifndef TESTS_CORE_REPAIR_BODIES_H
#define TESTS_CORE_REPAIR_BODIES_H

#define LIGHTHOUSE                                                                                                     \
    "本报讯（记者 闻小舟）9月3日，\n"                                                                     \
    "记者从市航标处获悉，停用多年的礁石\n"                                                            \
    "灯塔修缮完工，将于本月10日重新亮灯。\n"                                                          \
    "灯塔建于1921年，塔高18米，曾为\n"                                                                     \
    "三代渔民指路。修缮中，工匠补配了散\n"                                                            \
    "失的透镜，塔身仍刷成白色，与老照片\n"                                                            \
    "上一样。\n"
#define LIGHTHOUSE_TEXT                                                                                                                                 \
    "  byline: 记者 闻小舟\n"                                                                                                                      \
    "  paragraph: 本报讯（记者 "                                                                                                                  \
    "闻小舟）9月3日，记者从市航标处获悉，停用多年的礁石灯塔修缮完工，将于本月10日重新亮灯。\n"                 \
    "  paragraph: 灯塔建于1921年，塔高18米，曾为三代渔民指路。修缮中，工匠补配了散失的透镜，塔身仍刷成白色，" \
    "与老照片上一样。\n"
#define LIGHTHOUSE_NEWS "news\n  headline: 礁石灯塔修缮完工\n" LIGHTHOUSE_TEXT

#define HARVEST                                                                                                        \
    "本报讯（记者 骆青山）近日，麦\n"                                                                    \
    "垄县的万亩稻田陆续开镰，四百台收割\n"                                                            \
    "机昼夜作业，预计半个月可收完。\n"                                                                  \
    "今年该县推广宽窄行栽插，亩产比\n"                                                                  \
    "去年增加三十多公斤。农技站派出二十\n"                                                            \
    "名技术员，住在田头，随时为农户修机\n"                                                            \
    "具、看墒情。\n"
#define HARVEST_TEXT                                                                                                                                             \
    "  byline: 记者 骆青山\n"                                                                                                                               \
    "  paragraph: 本报讯（记者 骆青山）近日，麦垄县的万亩稻田陆续开镰，四百台收割机昼夜作业，预计半个月可收完。\n" \
    "  paragraph: 今年该县推广宽窄行栽插，亩产比去年增加三十多公斤。农技站派出二十名技术员，住在田头，"                \
    "随时为农户修机具、看墒情。\n"
#define HARVEST_NEWS "news\n  headline: 麦垄县万亩稻田开镰\n" HARVEST_TEXT

#define BOOKS                                                                                                          \
    "本报讯（记者 何晚棠）昨日，市\n"                                                                    \
    "图书馆把五百册旧书送到渡口小学。孩\n"                                                            \
    "子们围着书箱，一本一本地挑，放学了\n"                                                            \
    "还不肯走。\n"                                                                                                \
    "图书馆馆长陆知白说，今后每个学\n"                                                                  \
    "期都会送一次，书看完了可以换，换来\n"                                                            \
    "的书还能带回家，和父母一起读。\n"
#define BOOKS_TEXT                                                                                                                                          \
    "  byline: 记者 何晚棠\n"                                                                                                                          \
    "  paragraph: 本报讯（记者 何晚棠）昨日，市图书馆把五百册旧书送到渡口小学。孩子们围着书箱，一本一本地挑，" \
    "放学了还不肯走。\n"                                                                                                                            \
    "  paragraph: 图书馆馆长陆知白说，今后每个学期都会送一次，书看完了可以换，换来的书还能带回家，和父母一起读。\n"
#define BOOKS_NEWS "news\n  headline: 五百册旧书送进渡口小学\n" BOOKS_TEXT

/* A feature, without a lead that names who wrote it. */
#define KEEPERS                                                                                                        \
    "天刚亮，施大川就把船划到了灯塔\n"                                                                  \
    "下面。他今年72岁，在这片海上打了五\n"                                                             \
    "十年的鱼，闭着眼也认得回港。\n"                                                                     \
    "守塔人姓林。林家的祖父上塔那年\n"                                                                  \
    "才十九岁，下塔的时候头发都白了。父\n"                                                            \
    "亲接了班，又守了三十年。\n"
#define KEEPERS_TEXT                                                                                                                              \
    "  paragraph: "                                                                                                                               \
    "天刚亮，施大川就把船划到了灯塔下面。他今年72岁，在这片海上打了五十年的鱼，闭着眼也认得回港。\n" \
    "  paragraph: 守塔人姓林。林家的祖父上塔那年才十九岁，下塔的时候头发都白了。父亲接了班，又守了三十年。\n"

#endif
