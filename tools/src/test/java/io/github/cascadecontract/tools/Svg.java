package io.github.cascadecontract.tools;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A drawing, read as XML. */
final class Svg {
    private static final Pattern TRANSLATION = Pattern.compile("translate\\((\\d+) (\\d+)\\)");
    private final Document document;

    private Svg(Document document) {
        this.document = document;
    }

    static Svg read(String text) {
        try {
            return new Svg(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text))));
        } catch (SAXException | IOException | ParserConfigurationException invalid) {
            throw new AssertionError(text, invalid);
        }
    }

    Element first(String tag) {
        return (Element) document.getElementsByTagName(tag).item(0);
    }

    List<Element> all(String tag, String style) {
        return elements(document.getElementsByTagName(tag))
                .filter(element -> element.getAttribute("class").equals(style))
                .toList();
    }

    List<String> allTexts() {
        return elements(document.getElementsByTagName("text"))
                .map(Element::getTextContent)
                .toList();
    }

    /** Texts of the groups of one style. */
    List<String> texts(String style) {
        return all("g", style).stream()
                .flatMap(group -> elements(group.getElementsByTagName("text")))
                .map(Element::getTextContent)
                .toList();
    }

    boolean contains(Element box) {
        return bounds(document.getDocumentElement()).contains(bounds(box));
    }

    static boolean overlap(Element one, Element other) {
        return bounds(one).intersects(bounds(other));
    }

    private static Rectangle bounds(Element box) {
        Rectangle bounds =
                new Rectangle(number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height"));
        for (Node node = box.getParentNode(); node instanceof Element group; node = node.getParentNode()) {
            Matcher translation = TRANSLATION.matcher(group.getAttribute("transform"));
            if (translation.matches())
                bounds.translate(Integer.parseInt(translation.group(1)), Integer.parseInt(translation.group(2)));
        }
        return bounds;
    }

    private static int number(Element box, String name) {
        return box.hasAttribute(name) ? Integer.parseInt(box.getAttribute(name)) : 0;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
