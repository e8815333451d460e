import javax.servlet.http.HttpServletRequest;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;

/** Reads orders; the parsers are as they come out of the box. */
class Orders {
    void read(HttpServletRequest request) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        DocumentBuilder builder = factory.newDocumentBuilder();
        // ruleid: java-xml-external-entities
        builder.parse(request.getInputStream());
        // ok: java-xml-external-entities
        builder.parse("/etc/orders/template.xml");
    }

    void stream(HttpServletRequest request) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        // ruleid: java-xml-external-entities
        factory.createXMLStreamReader(request.getReader());
    }
}

/** Reads orders; the parser takes no document type. */
class SafeOrders {
    void read(HttpServletRequest request) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        // ok: java-xml-external-entities
        builder.parse(request.getInputStream());
    }
}
