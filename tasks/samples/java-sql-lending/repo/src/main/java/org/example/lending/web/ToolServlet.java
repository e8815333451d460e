package org.example.lending.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.example.lending.model.Tool;
import org.example.lending.service.LendingService;

/** Lists tools: {@code GET /tools?q=drill&category=garden&order=price&limit=20}. */
@WebServlet("/tools")
public class ToolServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        LendingService lending = LendingService.of(getServletContext());
        String text = request.getParameter("q");
        String category = request.getParameter("category");
        String order = request.getParameter("order");
        response.setContentType("text/tab-separated-values");
        try {
            for (Tool tool : lending.tools(text, category, order, request.getParameter("limit"))) {
                response.getWriter().println(tool.line());
            }
        } catch (SQLException e) {
            throw new ServletException("the tools could not be listed", e);
        }
    }
}
