package io.github.xrayclient.benchmark.peer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.benchmark.plain.PlainPage;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

/** Reads the page with OkHttp and Retrofit, and Jackson with plain beans. */
final class RetrofitReader implements PageReader {
  private static final int CONNECTIONS = 1_000; // by default, 5 unused ones are kept

  private final Api api;

  RetrofitReader(Target target) {
    OkHttpClient.Builder http = new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES));
    target
        .trust()
        .ifPresent(
            trust -> http.sslSocketFactory(trust.context().getSocketFactory(), trust.manager()));
    JsonMapper mapper = PlainPage.mapper();
    api = new Retrofit.Builder()
        .baseUrl(target.url())
        .client(http.build())
        .addConverterFactory(JacksonConverterFactory.create(mapper))
        .build()
        .create(Api.class);
  }

  @Override
  public int read() throws IOException {
    Response<PlainPage> answer = api.policies(
            "application/json", Target.TOKEN, Target.ORDER, Target.DIRECTION, Target.ROWS, 1)
        .execute();
    if (answer.code() != 200) {
      throw new IllegalStateException("the server answered " + answer.code() + ", not 200");
    }
    return answer.body().getData().size();
  }

  /** The endpoint, which Retrofit implements. */
  interface Api {
    @GET(Target.PATH)
    Call<PlainPage> policies(
        @Header("Accept") String accept,
        @Header("Authorization") String authorization,
        @Query("order_by") String order,
        @Query("direction") String direction,
        @Query("num_of_rows") int rows,
        @Query("page_num") int page);
  }
}
