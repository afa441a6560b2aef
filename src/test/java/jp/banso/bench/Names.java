package jp.banso.bench;

import java.util.ArrayList;
import java.util.List;
import jp.banso.text.NameKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invented people: a table of names with their search keys as the product forms them. */
final class Names {

    private static final List<String> FAMILY = List.of(
            "佐藤 さとう", "鈴木 すずき", "高橋 たかはし", "田中 たなか", "伊藤 いとう", "渡邉 わたなべ", "山本 やまもと", "中村 なかむら", "小林 こばやし", "加藤 かとう",
            "吉田 よしだ", "山﨑 やまさき", "佐々木 ささき", "松本 まつもと", "井上 いのうえ", "木村 きむら", "林 はやし", "斎藤 さいとう", "清水 しみず", "山口 やまぐち");
    private static final List<String> GIVEN = List.of(
            "翔 しょう", "蓮 れん", "陽菜 ひな", "葵 あおい", "健太 けんた", "美咲 みさき", "大輔 だいすけ", "彩 あや", "誠 まこと", "恵子 けいこ", "直樹 なおき",
            "由美 ゆみ", "拓也 たくや", "真由美 まゆみ", "浩二 こうじ", "和子 かずこ", "隆 たかし", "久美子 くみこ", "学 まなぶ", "智子 ともこ");

    static final int COUNT = FAMILY.size() * GIVEN.size();

    private Names() {}

    static void make(JdbcTemplate jdbc) {
        forget(jdbc);
        jdbc.execute("CREATE TABLE bench_name (name_no INT PRIMARY KEY, name VARCHAR(100), kana VARCHAR(100),"
                + " name_key VARCHAR(120), kana_key VARCHAR(120))");
        List<Object[]> rows = new ArrayList<>();
        for (String family : FAMILY) {
            for (String given : GIVEN) {
                String name = family.split(" ")[0] + " " + given.split(" ")[0];
                String kana = family.split(" ")[1] + " " + given.split(" ")[1];
                rows.add(new Object[] {rows.size(), name, kana, NameKey.of(name), NameKey.of(kana)});
            }
        }
        jdbc.batchUpdate("INSERT INTO bench_name VALUES (?, ?, ?, ?, ?)", rows);
    }

    static void forget(JdbcTemplate jdbc) {
        jdbc.execute("DROP TABLE IF EXISTS bench_name");
    }
}
