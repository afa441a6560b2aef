package jp.banso.people.web.security;

import java.sql.Connection;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import jp.banso.people.internal.RealTime;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions live in the database, hold small plain values only, and are read back through an allow-list. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    @Bean
    RealTime realTime() {
        return () -> LocalDateTime.now(ZoneId.of("Asia/Tokyo"));
    }

    @Bean("springSessionConversionService")
    ConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, SessionValues::write);
        conversions.addConverter(byte[].class, Object.class, SessionValues::read);
        return conversions;
    }

    @Bean(name = "springSessionTransactionOperations", autowireCandidate = true, defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager manager) {
        return new SessionTransactions(manager);
    }

    /** Put around the repository when it is complete: a second one beside it would switch it off. */
    @Bean
    static BeanPostProcessor calmSessions() {
        return new BeanPostProcessor() {
            @Override
            @SuppressWarnings("unchecked")
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository stored
                        ? new CalmSessions((FindByIndexNameSessionRepository<Session>)
                                (FindByIndexNameSessionRepository<?>) stored)
                        : bean;
            }
        };
    }

    /** Two requests of one session may set the same attribute at once: the later one wins instead of failing. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributeUpsert(DataSource dataSource) throws Exception {
        String product;
        try (Connection connection = dataSource.getConnection()) {
            product = JdbcUtils.commonDatabaseName(connection.getMetaData().getDatabaseProductName());
        }
        if (product != null && product.startsWith("H2")) {
            return repository -> repository.setCreateSessionAttributeQuery(
                    "MERGE INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) "
                            + "KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) VALUES (?, ?, ?)");
        }
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
