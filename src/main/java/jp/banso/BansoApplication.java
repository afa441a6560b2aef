package jp.banso;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Bansō. All wall-clock times in the product, the engine and the database are Asia/Tokyo. */
@SpringBootApplication
public class BansoApplication {

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        SpringApplication.run(BansoApplication.class, args);
    }
}
