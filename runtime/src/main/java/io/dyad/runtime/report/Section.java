package io.dyad.runtime.report;

import java.util.Optional;

/**
 * A part of a page. The page writes its heading, then {@link #html}, and hands {@link #data} to the
 * function that {@link #script} registers under {@link #draws}: {@code dyad.draw(NAME, (place,
 * data) => ...)}. Styles and scripts that several sections share are written once.
 *
 * @param id its own on the page; an HTML id
 * @param title for the heading and the table of contents
 * @param html the body; may be empty
 * @param draws name of the function that draws into the body, or empty for none
 * @param data for that function; anything that becomes JSON
 * @param style CSS
 * @param script JavaScript
 */
public record Section(
    String id,
    String title,
    String html,
    String draws,
    Optional<Object> data,
    String style,
    String script) {

  /** Returns a section that brings its own HTML. */
  public static Section of(String id, String title, String html) {
    return new Section(id, title, html, "", Optional.empty(), "", "");
  }

  /**
   * Returns a section that a script draws.
   *
   * @param draws the name; its script is {@code DRAWS.js} beside this class
   */
  static Section drawn(String id, String title, String draws, Object data) {
    return new Section(
        id, title, "", draws, Optional.of(data), "", Resource.text(Section.class, draws + ".js"));
  }

  /** Returns this section with CSS and JavaScript of its own. */
  public Section with(String itsStyle, String itsScript) {
    return new Section(id, title, html, draws, data, itsStyle, itsScript);
  }
}
