package jp.banso.people.internal;

import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Failed tries to sign in. */
@Mapper
interface AttemptMapper {

    int countForAccount(
            @Param("account") String account, @Param("address") String address, @Param("since") LocalDateTime since);

    int countForAddress(@Param("address") String address, @Param("since") LocalDateTime since);

    void insert(
            @Param("id") String id,
            @Param("account") String account,
            @Param("address") String address,
            @Param("at") LocalDateTime at);

    void forget(@Param("account") String account, @Param("address") String address);

    void forgetBefore(@Param("before") LocalDateTime before);
}
