package jp.banso.notice.internal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.banso.notice.Preference;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** How members want to be told. */
@Mapper
public interface PreferenceMapper {

    Optional<Preference> find(@Param("username") String username);

    int update(@Param("p") Preference preference, @Param("now") LocalDateTime now);

    void insert(@Param("p") Preference preference, @Param("now") LocalDateTime now);

    List<String> muted(@Param("username") String username);

    void unmuteAll(@Param("username") String username);

    void mute(@Param("username") String username, @Param("kind") String kind);
}
