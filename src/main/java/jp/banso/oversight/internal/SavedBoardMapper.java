package jp.banso.oversight.internal;

import java.time.LocalDateTime;
import java.util.List;
import jp.banso.oversight.SavedBoards;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Rows of saved views of the board. */
@Mapper
public interface SavedBoardMapper {

    List<SavedBoards.View> of(@Param("username") String username);

    void insert(ViewRow row);

    /** 0 when it is not this member's. */
    int delete(@Param("id") String id, @Param("username") String username);

    record ViewRow(String viewId, String username, String name, String address, LocalDateTime createdAt) {}
}
