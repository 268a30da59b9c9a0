package dev.podium.local.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** A running PostgreSQL, seen through one user. */
public record PostgresDatabases(String address, String username, String password) {

  private static final String DUPLICATE_DATABASE = "42P04";
  private static final String DUPLICATE_ROLE = "42710";

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  /** Not through the driver manager, which looks in the caller's class loader only. */
  public Connection connect(String database) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", username);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "3");
    login.setProperty("loginTimeout", "5");
    return new Driver().connect(jdbcUrl(database), login);
  }

  /** Creates the database unless it is there. */
  public void create(String database) {
    execute("CREATE DATABASE " + quoted(database, '"'), DUPLICATE_DATABASE);
  }

  /** Creates a user and a database that it owns, unless they are there. */
  public void create(String database, String owner, String ownersPassword) {
    execute(
        "CREATE ROLE " + quoted(owner, '"') + " LOGIN PASSWORD " + quoted(ownersPassword, '\''),
        DUPLICATE_ROLE);
    execute(
        "CREATE DATABASE " + quoted(database, '"') + " OWNER " + quoted(owner, '"'),
        DUPLICATE_DATABASE);
  }

  private void execute(String sql, String stateWhenDone) {
    try (Connection connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!stateWhenDone.equals(e.getSQLState())) {
        throw new ServerException("PostgreSQL refuses \"" + sql + "\": " + e.getMessage(), e);
      }
    }
  }

  private static String quoted(String name, char quote) {
    String mark = String.valueOf(quote);
    return mark + name.replace(mark, mark + mark) + mark;
  }
}
