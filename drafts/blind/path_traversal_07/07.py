    try:
        if doc_file:
            clean_space, clean_name = (
                value.translate({ord(c): None for c in "/\\:\0"}).strip(". ")
                for value in (space_name, doc_file.filename)
            )
            if not clean_space or not clean_name:
                raise Exception("space name and file name must not be empty")
            base_dir = os.path.join(KNOWLEDGE_UPLOAD_ROOT_PATH, clean_space)
            if not os.path.exists(base_dir):
                os.makedirs(base_dir)
            tmp_fd, tmp_path = tempfile.mkstemp(dir=base_dir)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            shutil.move(tmp_path, os.path.join(base_dir, clean_name))
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = os.path.join(base_dir, clean_name)
            space_res = knowledge_space_service.get_knowledge_space(
                KnowledgeSpaceRequest(name=space_name)
            )
            if len(space_res) == 0:
                # create default space
                if "default" != space_name:
                    raise Exception(f"you have not create your knowledge space.")
                knowledge_space_service.create_knowledge_space(
                    KnowledgeSpaceRequest(
                        name=space_name,
                        desc="first db-gpt rag application",
                        owner="dbgpt",
                    )
                )
            return Result.succ(
                knowledge_space_service.create_knowledge_document(
                    space=space_name, request=request
                )
            )
        return Result.failed(code="E000X", msg=f"doc_file is None")
    except Exception as e:
        return Result.failed(code="E000X", msg=f"document add error {e}")
