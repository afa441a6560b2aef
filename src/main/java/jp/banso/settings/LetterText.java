package jp.banso.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a letter: what may be put in, and putting it in. Nothing in it is ever worked out. */
public final class LetterText {

    private static final Pattern PLACE = Pattern.compile("｛([^｛｝\\n]{0,40})｝|\\{([^{}\\n]{0,40})\\}");
    private static final Pattern LEFT_OVER = Pattern.compile("[{}｛｝]");

    /** What can be put in, with an invented example. */
    public static final Map<String, String> PLACES = places();

    private LetterText() {}

    /** What is wrong with the places of a letter, in words with their line. */
    static List<String> unknown(String body) {
        List<String> wrong = new ArrayList<>();
        int line = 0;
        for (String text : body.split("\n", -1)) {
            line++;
            for (String name : names(text)) {
                if (!PLACES.containsKey(name)) {
                    wrong.add("本文の%d行目：差し込み「%s」はありません。使えるのは %s です。"
                            .formatted(line, name, String.join("、", PLACES.keySet())));
                }
            }
            if (LEFT_OVER.matcher(PLACE.matcher(text).replaceAll("")).find()) {
                wrong.add("本文の%d行目：「｛」と「｝」が対になっていません。".formatted(line));
            }
        }
        return wrong;
    }

    /** The text with the places filled; one that is not known stays as it stands. */
    public static String filled(String body, Map<String, String> with) {
        return PLACE.matcher(body).replaceAll(found -> {
            String name = name(found.group(1), found.group(2));
            return Matcher.quoteReplacement(with.containsKey(name) ? with.get(name) : found.group());
        });
    }

    private static List<String> names(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> name(found.group(1), found.group(2)))
                .toList();
    }

    private static String name(String wide, String narrow) {
        return (wide == null ? narrow : wide).strip();
    }

    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("氏名", "架空 花子");
        places.put("ふりがな", "かくう はなこ");
        places.put("ケース番号", "R08-00000");
        places.put("今日", "令和8年6月1日");
        places.put("自治体", "架空市");
        places.put("事業所", "架空市くらしの相談窓口");
        places.put("担当者", "架空 太郎");
        return places;
    }
}
