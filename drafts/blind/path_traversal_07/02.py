    try:
        if not doc_file:
            return Result.failed(code="E000X", msg="doc_file is None")

        folder = os.path.basename(space_name.replace("\\", "/"))
        file_name = os.path.basename((doc_file.filename or "").replace("\\", "/"))
        if folder in ("", ".", "..") or file_name in ("", ".", ".."):
            raise Exception("illegal space or file name")

        space_path = os.path.join(KNOWLEDGE_UPLOAD_ROOT_PATH, folder)
        if not os.path.exists(space_path):
            os.makedirs(space_path)
        # We can not move temp file in windows system when we open file in context of `with`
        tmp_fd, tmp_path = tempfile.mkstemp(dir=space_path)
        with os.fdopen(tmp_fd, "wb") as tmp:
            tmp.write(await doc_file.read())
        file_path = os.path.join(space_path, file_name)
        shutil.move(tmp_path, file_path)

        request = KnowledgeDocumentRequest()
        request.doc_name = doc_name
        request.doc_type = doc_type
        request.content = file_path

        spaces = knowledge_space_service.get_knowledge_space(
            KnowledgeSpaceRequest(name=space_name)
        )
        if not spaces:
            if space_name != "default":
                raise Exception("you have not create your knowledge space.")
            knowledge_space_service.create_knowledge_space(
                KnowledgeSpaceRequest(
                    name=space_name,
                    desc="first db-gpt rag application",
                    owner="dbgpt",
                )
            )
        doc_id = knowledge_space_service.create_knowledge_document(
            space=space_name, request=request
        )
        return Result.succ(doc_id)
    except Exception as e:
        logger.error(f"document upload failed: {e}")
        return Result.failed(code="E000X", msg=f"document add error {e}")
