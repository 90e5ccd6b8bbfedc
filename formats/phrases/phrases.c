/* SPDX-License-Identifier: MIT
 * One row a language.  A newcomer adds a row; the longest matching tag wins. */
#include "formats/phrases/phrases.h"

static const galley_phrases phrases[] = {
    { .language = "en",
      .number = { "No. ", "" },
      .page = { "Page ", "" },
      .continued_on = { "Continued on ", "" },
      .continued_from = { "Continued from ", "" },
      .cover = "Cover",
      .title_page = "Title page",
      .contents = "Contents",
      .pages = "Pages of the printed issue",
      .landmarks = "Landmarks",
      .start = "First page",
      .previous = "Previous",
      .next = "Next",
      .photo = "Photograph",
      .notice = "Notice",
      .ad = "Advertisement",
      .guide = "Inside",
      .newspaper = "Newspaper",
      .summary = "The text of a printed newspaper issue, one document for each article, with its headings and a table "
                 "of contents by page.",
      .summary_pages = " The page list follows the printed pages.",
      .summary_pictures = " Pictures are included.",
      .summary_no_pictures = " Pictures of the printed pages are not included; their captions are.",
      .summary_end = " The text was put together by a program and was not proof-read." },
    { .language = "zh",
      .number = { "第", "期" },
      .page = { "第", "版" },
      .continued_on = { "下转", "" },
      .continued_from = { "上接", "" },
      .year = { "", "年" },
      .month = { "", "月" },
      .day = { "", "日" },
      .cover = "封面",
      .title_page = "报头",
      .contents = "目录",
      .pages = "版面",
      .landmarks = "导航",
      .start = "正文",
      .previous = "上一篇",
      .next = "下一篇",
      .photo = "图片",
      .notice = "公告",
      .ad = "广告",
      .guide = "导读",
      .newspaper = "报纸",
      .summary = "一期报纸的文字版，每篇文章一个文档，标题分级，目录按版面编排。",
      .summary_pages = "页码列表对应印刷版面。",
      .summary_pictures = "收入图片。",
      .summary_no_pictures = "未收入版面图片，保留图片说明。",
      .summary_end = "文字由程序整理，未经人工校对。" },
    { .language = "zh-Hant",
      .number = { "第", "期" },
      .page = { "第", "版" },
      .continued_on = { "下轉", "" },
      .continued_from = { "上接", "" },
      .year = { "", "年" },
      .month = { "", "月" },
      .day = { "", "日" },
      .cover = "封面",
      .title_page = "報頭",
      .contents = "目錄",
      .pages = "版面",
      .landmarks = "導覽",
      .start = "正文",
      .previous = "上一篇",
      .next = "下一篇",
      .photo = "圖片",
      .notice = "公告",
      .ad = "廣告",
      .guide = "導讀",
      .newspaper = "報紙",
      .summary = "一期報紙的文字版，每篇文章一個文件，標題分級，目錄按版面編排。",
      .summary_pages = "頁碼列表對應印刷版面。",
      .summary_pictures = "收入圖片。",
      .summary_no_pictures = "未收入版面圖片，保留圖片說明。",
      .summary_end = "文字由程式整理，未經人工校對。" },
    { .language = "ja",
      .number = { "第", "号" },
      .page = { "", "面" },
      .continued_on = { "", "に続く" },
      .continued_from = { "", "から続く" },
      .year = { "", "年" },
      .month = { "", "月" },
      .day = { "", "日" },
      .cover = "表紙",
      .title_page = "題字",
      .contents = "目次",
      .pages = "紙面",
      .landmarks = "ランドマーク",
      .start = "本文",
      .previous = "前の記事",
      .next = "次の記事",
      .photo = "写真",
      .notice = "お知らせ",
      .ad = "広告",
      .guide = "紙面案内",
      .newspaper = "新聞",
      .summary = "新聞一号分の文字版です。記事ごとに一つの文書とし、見出しと面別の目次を付けました。",
      .summary_pages = "ページ一覧は印刷された紙面に対応します。",
      .summary_pictures = "写真を含みます。",
      .summary_no_pictures = "写真は含まず、説明文を残しています。",
      .summary_end = "文字はプログラムが整えたもので、人による校正はしていません。" },
    { .language = "ko",
      .number = { "제", "호" },
      .page = { "", "면" },
      .continued_on = { "", "에 계속" },
      .continued_from = { "", "에서 계속" },
      .year = { "", "년 " },
      .month = { "", "월 " },
      .day = { "", "일" },
      .cover = "표지",
      .title_page = "제호",
      .contents = "차례",
      .pages = "지면",
      .landmarks = "길잡이",
      .start = "본문",
      .previous = "이전 기사",
      .next = "다음 기사",
      .photo = "사진",
      .notice = "알림",
      .ad = "광고",
      .guide = "지면 안내",
      .newspaper = "신문",
      .summary = "신문 한 호의 글을 기사마다 한 문서로 담았고 제목과 지면별 차례가 있습니다.",
      .summary_pages = " 페이지 목록은 인쇄된 지면을 따릅니다.",
      .summary_pictures = " 사진이 들어 있습니다.",
      .summary_no_pictures = " 사진은 없고 사진 설명만 있습니다.",
      .summary_end = " 글은 프로그램이 정리했으며 사람이 교정하지 않았습니다." },
    { .language = "de",
      .number = { "Nr. ", "" },
      .page = { "Seite ", "" },
      .continued_on = { "Fortsetzung auf ", "" },
      .continued_from = { "Fortsetzung von ", "" },
      .cover = "Umschlag",
      .title_page = "Zeitungskopf",
      .contents = "Inhalt",
      .pages = "Seiten der gedruckten Ausgabe",
      .landmarks = "Orientierung",
      .start = "Erste Seite",
      .previous = "Zurück",
      .next = "Weiter",
      .photo = "Bild",
      .notice = "Bekanntmachung",
      .ad = "Anzeige",
      .guide = "In dieser Ausgabe",
      .newspaper = "Zeitung",
      .summary = "Der Text einer gedruckten Zeitungsausgabe, ein Dokument je Artikel, mit Überschriften und einem "
                 "Inhaltsverzeichnis nach Seiten.",
      .summary_pages = " Die Seitenliste folgt den gedruckten Seiten.",
      .summary_pictures = " Bilder sind enthalten.",
      .summary_no_pictures = " Bilder sind nicht enthalten, ihre Unterschriften schon.",
      .summary_end = " Ein Programm hat den Text zusammengesetzt; niemand hat ihn Korrektur gelesen." },
    { .language = "fr",
      .number = { "N° ", "" },
      .page = { "Page ", "" },
      .continued_on = { "Suite : ", "" },
      .continued_from = { "Suite de : ", "" },
      .cover = "Couverture",
      .title_page = "Titre",
      .contents = "Sommaire",
      .pages = "Pages du numéro imprimé",
      .landmarks = "Repères",
      .start = "Première page",
      .previous = "Précédent",
      .next = "Suivant",
      .photo = "Photo",
      .notice = "Avis",
      .ad = "Publicité",
      .guide = "Dans ce numéro",
      .newspaper = "Journal",
      .summary =
          "Le texte d’un numéro de journal imprimé, un document par article, avec ses titres et un sommaire par page.",
      .summary_pages = " La liste des pages suit les pages imprimées.",
      .summary_pictures = " Les images sont reprises.",
      .summary_no_pictures = " Les images ne sont pas reprises, leurs légendes le sont.",
      .summary_end = " Le texte a été assemblé par un programme et n’a pas été relu." },
};

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Whether `tag` is `range` or begins with it and a hyphen; case does not count. */
static bool matches(galley_slice tag, const char *range)
{
    size_t length = strlen(range);
    if (tag.length < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower(tag.text[i]) != lower(range[i]))
            return false;
    return tag.length == length || tag.text[length] == '-';
}

/* Regions that print in traditional characters, for tags that leave the script out. */
static bool is_traditional(galley_slice language)
{
    static const char *const tags[] = { "zh-TW", "zh-HK", "zh-MO" };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (matches(language, tags[i]))
            return true;
    return false;
}

const galley_phrases *galley_phrases_of(galley_slice language)
{
    if (is_traditional(language))
        language = galley_slice_of("zh-Hant");
    const galley_phrases *best = NULL;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (matches(language, phrases[i].language) && (!best || strlen(phrases[i].language) > strlen(best->language)))
            best = &phrases[i];
    return best ? best : &phrases[0];
}

bool galley_right_to_left(galley_slice language)
{
    static const char *const tags[] = { "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv" };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (matches(language, tags[i]))
            return true;
    return false;
}
