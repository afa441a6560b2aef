package jp.banso.calendar.internal;

import org.apache.ibatis.annotations.Mapper;

/** Closing days read from their table. */
@Mapper
interface ClosingDayMapper extends ClosingDays {}
