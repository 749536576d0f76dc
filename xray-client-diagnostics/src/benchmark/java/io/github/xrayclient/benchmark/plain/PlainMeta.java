package io.github.xrayclient.benchmark.plain;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metadata of a page, as a plain mutable bean. */
public final class PlainMeta {
  private int totalCount;
  private int resultCount;
  private String orderBy;
  private String direction;
  private int numOfRows;
  private int pageNum;
  private final Map<String, JsonNode> extras = new LinkedHashMap<>();

  public void setTotalCount(int totalCount) {
    this.totalCount = totalCount;
  }

  public int getTotalCount() {
    return totalCount;
  }

  public void setResultCount(int resultCount) {
    this.resultCount = resultCount;
  }

  public void setOrderBy(String orderBy) {
    this.orderBy = orderBy;
  }

  public void setDirection(String direction) {
    this.direction = direction;
  }

  public void setNumOfRows(int numOfRows) {
    this.numOfRows = numOfRows;
  }

  public void setPageNum(int pageNum) {
    this.pageNum = pageNum;
  }

  @JsonAnySetter
  public void setExtra(String name, JsonNode value) {
    extras.put(name, value);
  }
}
