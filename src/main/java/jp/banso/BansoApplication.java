package jp.banso;

import java.io.ObjectInputFilter;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Bansō. All wall-clock times in the product, the engine and the database are Asia/Tokyo. */
@SpringBootApplication
public class BansoApplication {

    public static void main(String[] args) {
        // sessions hold plain values only; nothing else is ever read from serialized form (guard.md 15)
        ObjectInputFilter.Config.setSerialFilter(
                ObjectInputFilter.Config.createFilter(
                        "maxdepth=20;maxarray=10000;java.base/*;org.springframework.security.**;org.springframework.session.**;!*"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        SpringApplication.run(BansoApplication.class, args);
    }
}
