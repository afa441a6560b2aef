package jp.banso.text;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/**
 * Names of new rows: UUIDs of version 7, each greater than the one before. Rows of the same moment sort by them in the
 * order in which they were made; MySQL's driver drops the milliseconds of every date that it sends to a MariaDB 10.
 */
public final class RowId {

    private static final NoArgGenerator IN_ORDER = Generators.timeBasedEpochGenerator();

    private RowId() {}

    /** 36 characters. */
    public static String next() {
        return IN_ORDER.generate().toString();
    }
}
