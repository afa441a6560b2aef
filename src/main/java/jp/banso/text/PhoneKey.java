package jp.banso.text;

import java.text.Normalizer;

/** The search key of a telephone number: its digits, with Japan's country code written as the leading zero. */
public final class PhoneKey {

    private PhoneKey() {}

    public static String of(String number) {
        var plain = Normalizer.normalize(number, Normalizer.Form.NFKC).strip();
        var digits = plain.replaceAll("[^0-9]", "");
        return plain.startsWith("+81") ? "0" + digits.replaceFirst("^810?", "") : digits;
    }
}
